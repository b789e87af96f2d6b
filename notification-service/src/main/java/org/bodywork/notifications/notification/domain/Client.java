package org.bodywork.notifications.notification.domain;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.bodywork.notifications.delivery.domain.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Who is told, and where they can be reached.
 *
 * @param phone in E.164
 * @param zone where they say they are; none means at the visit's place
 */
public record Client(
        String name,
        String email,
        @Nullable String phone,
        Locale language,
        @Nullable ZoneId zone) {

    /** Where they can be reached on this channel, agreed or not. */
    public Optional<String> addressOn(Channel channel) {
        return switch (channel) {
            // Who was forgotten has none.
            case EMAIL -> Optional.of(email).filter(address -> !address.isEmpty());
            case SMS -> Optional.ofNullable(phone);
        };
    }

    /** Names nobody: a client may end up in a log line by accident. */
    @Override
    public String toString() {
        return "a client";
    }
}
