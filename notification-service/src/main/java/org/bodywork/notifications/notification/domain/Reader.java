package org.bodywork.notifications.notification.domain;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a message.
 *
 * @param name none where it is not known, as of staff
 * @param address where the message goes, on the notification's channel
 * @param link the one thing they can do next
 */
public record Reader(@Nullable String name, String address, Locale language, URI link) {

    /** The same, with something else to do next. */
    public Reader sentTo(URI other) {
        return new Reader(name, address, language, other);
    }

    /** Names nobody: a reader may end up in a log line by accident. */
    @Override
    public String toString() {
        return "a reader";
    }
}
