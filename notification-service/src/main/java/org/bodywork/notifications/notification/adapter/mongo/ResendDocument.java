package org.bodywork.notifications.notification.adapter.mongo;

import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.notifications.notification.domain.Resend;
import org.jspecify.annotations.Nullable;

/** Somebody's wish to have a message sent once more, as stored. */
record ResendDocument(String of, String accountId, String request) {

    static @Nullable ResendDocument of(@Nullable Resend resend) {
        return resend == null ? null : new ResendDocument(resend.of().value(), resend.account(), resend.request());
    }

    Resend asResend() {
        return new Resend(new NotificationId(of), accountId, request);
    }
}
