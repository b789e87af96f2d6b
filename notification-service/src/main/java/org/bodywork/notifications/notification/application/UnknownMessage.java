package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.notification.domain.NotificationId;

/** There is no such message, or not for the one who asks. */
public final class UnknownMessage extends RuntimeException {

    UnknownMessage(NotificationId id) {
        super("no message " + id);
    }
}
