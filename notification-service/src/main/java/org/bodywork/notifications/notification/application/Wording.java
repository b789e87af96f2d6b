package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Visit;

/** Puts a notification into words, in the client's language. */
@FunctionalInterface
public interface Wording {

    /**
     * The message to this address.
     *
     * @param address where the message goes; on the notification's channel
     */
    OutgoingMessage of(Notification notification, Visit visit, Place place, String address);
}
