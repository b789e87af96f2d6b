package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.notification.domain.NotificationId;

/** A notification kept changing under the one who wanted to change it. */
final class StillChanging extends RuntimeException {

    StillChanging(NotificationId id) {
        super("notification " + id + " keeps changing");
    }
}
