package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.notification.domain.Notification;

/** Puts a notification into words, in its reader's language. */
@FunctionalInterface
public interface Wording {

    /** The message to the reader's address, on the notification's channel. */
    OutgoingMessage of(Notification notification, Occasion occasion);
}
