package org.bodywork.notifications.notification.domain;

import java.time.Instant;
import org.bodywork.notifications.notification.domain.Progress.Delivered;
import org.bodywork.notifications.notification.domain.Progress.Failed;
import org.bodywork.notifications.notification.domain.Progress.Sent;

/** What a provider reports about a message after it took it. */
public record DeliveryReport(NotificationId notification, String providerId, What what) {

    /** How far the provider got. */
    public enum What {
        TAKEN,
        DELIVERED,
        UNDELIVERED
    }

    Progress asProgress(Instant at) {
        return switch (what) {
            case TAKEN -> new Sent(providerId, at);
            case DELIVERED -> new Delivered(providerId, at);
            case UNDELIVERED -> new Failed(Reason.UNDELIVERED, at);
        };
    }
}
