package org.bodywork.notifications.delivery.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An SMS.
 *
 * @param id names the message in the provider's status callbacks
 * @param usefulUntil from then on, in business time, it should not arrive any more; none when that does not matter
 */
public record TextMessage(
        String id, String to, String body, @Nullable Instant usefulUntil) implements OutgoingMessage {

    public TextMessage(String id, String to, String body) {
        this(id, to, body, null);
    }

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of(body);
    }
}
