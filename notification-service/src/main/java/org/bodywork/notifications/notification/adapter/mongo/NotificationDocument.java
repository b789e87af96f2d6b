package org.bodywork.notifications.notification.adapter.mongo;

import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Notification.About;
import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Progress.Held;
import org.bodywork.notifications.notification.domain.Recipient;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A notification as stored.
 *
 * @param due when it is to be looked at; gone once nothing is left to do
 * @param dueAt when it was to go out; stays
 * @param sequence counts its delivery events
 */
record NotificationDocument(
        @Id String id,
        MessageKind kind,
        Channel channel,
        String recipient,
        @Nullable String accountId,
        String appointmentId,
        String practiceId,
        long visitSequence,
        int timeRevision,
        Instant plannedAt,
        Instant dueAt,
        Instant usefulUntil,
        @Nullable Instant due,
        ProgressDocument progress,
        boolean possibleRepeat,
        long version,
        long sequence,
        @Nullable Boolean atNight,
        @Nullable List<Channel> otherwise,
        @Nullable ToldDocument told,
        @Nullable ResendDocument resend,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "notifications";

    static NotificationDocument waiting(Notification notification) {
        return of(notification, firstLook(notification), null, null);
    }

    /** When it is to be looked at: when it is due, or when what it waits for has passed. */
    private static Instant firstLook(Notification notification) {
        return notification.progress() instanceof Held held ? held.until() : notification.due();
    }

    static NotificationDocument ended(Notification notification, List<OutboxEntry> outbox, RelayLease relay) {
        return of(notification, null, outbox, relay);
    }

    private static NotificationDocument of(
            Notification notification,
            @Nullable Instant due,
            @Nullable List<OutboxEntry> outbox,
            @Nullable RelayLease relay) {
        return new NotificationDocument(
                notification.id().value(),
                notification.kind(),
                notification.channel(),
                notification.recipient().audience().name(),
                notification.recipient().account(),
                notification.about().appointment().value(),
                notification.about().practice().value(),
                notification.about().sequence(),
                notification.about().timeRevision(),
                notification.plannedAt(),
                notification.due(),
                notification.usefulUntil(),
                due,
                ProgressDocument.of(notification.progress()),
                notification.possibleRepeat(),
                notification.version(),
                notification.reports(),
                notification.atNight(),
                notification.otherwise(),
                ToldDocument.of(notification.told()),
                ResendDocument.of(notification.resend()),
                outbox,
                relay);
    }

    Notification asNotification() {
        return new Notification(
                new NotificationId(id),
                kind,
                channel,
                new Recipient(Audience.valueOf(recipient), accountId),
                new About(new AppointmentId(appointmentId), new PracticeId(practiceId), visitSequence, timeRevision),
                plannedAt,
                dueAt,
                usefulUntil,
                progress.asProgress(),
                possibleRepeat,
                version,
                sequence,
                // At first everything but reminders went out at any hour.
                atNight == null ? kind != MessageKind.REMINDER : atNight,
                otherwise == null ? List.of() : otherwise,
                told == null ? null : told.asTold(),
                resend == null ? null : resend.asResend());
    }
}
