package org.bodywork.notifications.consent;

import java.util.UUID;
import org.bodywork.notifications.delivery.domain.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Whose choice a link is about.
 *
 * @param email digest of their email address
 * @param phone digest of their number, if they gave one
 * @param about the appointment that the message with the link is about
 */
record ChoiceToken(String email, @Nullable String phone, UUID about) {

    /** The digest of their address on this channel. */
    @Nullable String on(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> phone;
        };
    }

    /** Opens nothing. */
    @Override
    public String toString() {
        return "a token";
    }
}
