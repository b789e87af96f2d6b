package org.bodywork.notifications.notification.domain;

import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message is for.
 *
 * @param account the member of staff; none for the client
 */
public record Recipient(Audience audience, @Nullable String account) {

    public static final Recipient CLIENT = new Recipient(Audience.CLIENT, null);

    public static Recipient member(String account) {
        return new Recipient(Audience.STAFF, account);
    }

    /** Part of what notifications are named by: changes with nothing. */
    @Override
    public String toString() {
        return account == null ? audience.name() : audience.name() + ":" + account;
    }
}
