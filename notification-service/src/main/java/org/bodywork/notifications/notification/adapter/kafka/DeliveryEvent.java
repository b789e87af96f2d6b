package org.bodywork.notifications.notification.adapter.kafka;

import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Recipient;
import org.bodywork.platform.events.Event;
import org.jspecify.annotations.Nullable;

/** What became of a notification, as it travels on the topic {@code deliveries}. */
public record DeliveryEvent(
        String id,
        String appointmentId,
        long sequence,
        String kind,
        String channel,
        String recipient,
        State state,
        @Nullable Reason reason,
        Instant at) {

    static final String TOPIC = "deliveries";
    static final String TYPE = "org.bodywork.notification.delivery.v1";

    /** How far it came, for others: they need not tell a message left out from one that ran out of time. */
    public enum State {
        SENT,
        DELIVERED,
        FAILED,
        SKIPPED
    }

    /** The event that tells this notification's progress; none while nothing has come of it. */
    public static List<Event> of(Notification notification) {
        return switch (notification.progress()) {
            case Progress.Planned _, Progress.Held _, Progress.Sending _ -> List.of();
            case Progress.Sent sent -> List.of(event(notification, State.SENT, null, sent.at()));
            case Progress.Delivered delivered -> List.of(event(notification, State.DELIVERED, null, delivered.at()));
            case Progress.Failed failed -> List.of(event(notification, State.FAILED, failed.reason(), failed.at()));
            case Progress.Skipped skipped ->
                List.of(event(notification, State.SKIPPED, skipped.reason(), skipped.at()));
            case Progress.Expired expired ->
                List.of(event(notification, State.SKIPPED, expired.reason(), expired.at()));
        };
    }

    /** Others are told on which side of the table it was read, and not by whom. */
    public static String nameOf(Recipient recipient) {
        return switch (recipient.audience()) {
            case CLIENT -> "CLIENT";
            case STAFF -> "THERAPIST";
        };
    }

    private static Event event(Notification of, State state, @Nullable Reason reason, Instant at) {
        String appointment = of.about().appointment().value();
        DeliveryEvent told = new DeliveryEvent(
                of.id().value(),
                appointment,
                of.reports(),
                of.kind().name(),
                of.channel().name(),
                nameOf(of.recipient()),
                state,
                reason,
                at);
        return Event.of(TOPIC, appointment, TYPE, of.id().value(), of.reports(), at, told);
    }
}
