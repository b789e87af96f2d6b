package org.bodywork.notifications.notification.domain;

import static org.bodywork.notifications.notification.domain.VisitBuilder.START;

import java.time.Duration;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.Notification.About;

/** Messages about a visit that wait to be sent. */
public final class Messages {

    private Messages() {}

    public static Notification aMessage(MessageKind kind, Channel channel, Visit visit) {
        return new Notification(
                NotificationId.of(visit.id(), kind, visit.sequence(), Recipient.CLIENT, channel),
                kind,
                channel,
                Recipient.CLIENT,
                About.of(visit),
                START.minus(Duration.ofDays(3)),
                START.minus(Duration.ofDays(1)),
                START,
                new Progress.Planned(),
                false,
                1,
                0);
    }
}
