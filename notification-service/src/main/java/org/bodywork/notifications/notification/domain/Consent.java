package org.bodywork.notifications.notification.domain;

import java.time.Instant;
import org.bodywork.notifications.delivery.domain.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The channels the client agreed to, and the proof of it.
 *
 * @param at when they agreed; not known of visits stored before it was kept
 * @param wording the version of the words they agreed to
 */
public record Consent(
        boolean email,
        boolean sms,
        @Nullable Instant at,
        @Nullable String wording) {

    public Consent(boolean email, boolean sms) {
        this(email, sms, null, null);
    }

    public boolean covers(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> sms;
        };
    }
}
