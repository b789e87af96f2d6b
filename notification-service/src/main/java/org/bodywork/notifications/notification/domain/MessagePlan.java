package org.bodywork.notifications.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.Notification.About;
import org.bodywork.notifications.notification.domain.Progress.Planned;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.jspecify.annotations.Nullable;

/**
 * Which messages follow from what happened to a visit. The same change always gives the same notifications, so planning
 * it again changes nothing. What will not be sent is planned as skipped: the ledger says why.
 */
public final class MessagePlan {

    /** News about a visit is not told later than this after it happened. */
    static final Duration NEWS_IS_OLD_AFTER = Duration.ofHours(24);

    private final ReminderRule reminder;

    public MessagePlan(ReminderRule reminder) {
        this.reminder = reminder;
    }

    public List<Notification> messagesFor(VisitChange change, Instant now) {
        List<Notification> messages = new ArrayList<>();
        newsOf(change).ifPresent(kind -> messages.addAll(onEachChannel(news(kind, change, now))));
        if (setsTheTime(change)) {
            messages.addAll(onEachChannel(reminder(change, now)));
        }
        return List.copyOf(messages);
    }

    private Draft news(MessageKind kind, VisitChange change, Instant now) {
        Visit visit = change.visit();
        Instant usefulUntil = usefulUntil(kind, change);
        @Nullable Reason skip = now.isBefore(usefulUntil) ? null : Reason.TOO_LATE;
        return new Draft(kind, visit, visit.sequence(), now, change.at(), usefulUntil, skip);
    }

    private Draft reminder(VisitChange change, Instant now) {
        Visit visit = change.visit();
        return new Draft(
                MessageKind.REMINDER,
                visit,
                visit.timeRevision(),
                now,
                reminder.dueFor(visit),
                visit.start(),
                whyNoReminder(change, now));
    }

    private @Nullable Reason whyNoReminder(VisitChange change, Instant now) {
        Visit visit = change.visit();
        if (reminder.comesTooSoonAfter(change.at(), visit)) {
            return Reason.TOO_CLOSE_TO_CONFIRMATION;
        }
        return now.isBefore(visit.start()) ? null : Reason.TOO_LATE;
    }

    /**
     * Whether the visit takes place at a time that nobody has been reminded of yet, or not on every channel on which the
     * client can be reached by now; what is planned already stays as it is.
     */
    private static boolean setsTheTime(VisitChange change) {
        return change.visit().status() == VisitStatus.CONFIRMED
                && (change.what() == What.CONFIRMED || change.what() == What.MOVED || change.what() == What.CORRECTED);
    }

    /**
     * What the client is told. Saying no is no news to whoever said it; whoever came knows it, and whoever did not come
     * is told by people.
     */
    private static Optional<MessageKind> newsOf(VisitChange change) {
        boolean byClient = change.by() == Side.CLIENT;
        return switch (change.what()) {
            case REQUESTED -> Optional.of(MessageKind.REQUEST_RECEIVED);
            case PROPOSED -> Optional.of(MessageKind.PROPOSAL);
            case CONFIRMED -> Optional.of(MessageKind.CONFIRMATION);
            case MOVED ->
                Optional.of(
                        change.visit().status() == VisitStatus.REQUESTED
                                ? MessageKind.REQUEST_RECEIVED
                                : MessageKind.MOVED);
            case MOVE_ASKED -> byClient ? Optional.empty() : Optional.of(MessageKind.MOVE_PROPOSED);
            case NOT_MOVED -> byClient ? Optional.empty() : Optional.of(MessageKind.NOT_MOVED);
            case DECLINED -> byClient ? Optional.empty() : Optional.of(MessageKind.DECLINED);
            case CANCELLED -> Optional.of(MessageKind.CANCELLATION);
            case EXPIRED -> Optional.of(MessageKind.EXPIRED);
            case LINK_REVOKED -> Optional.of(MessageKind.NEW_LINK);
            case CORRECTED, REQUEST_WAITING, CHECKED_IN, COMPLETED, NO_SHOW, INTAKE_RECEIVED -> Optional.empty();
        };
    }

    /** That a visit will take place is of no use once it has begun; that it will not is told even then. */
    private static Instant usefulUntil(MessageKind kind, VisitChange change) {
        Instant old = change.at().plus(NEWS_IS_OLD_AFTER);
        Instant start = change.visit().start();
        return kind.promisesTheTime() && start.isBefore(old) ? start : old;
    }

    private static List<Notification> onEachChannel(Draft draft) {
        List<Channel> channels = draft.visit().channels();
        if (channels.isEmpty()) {
            return List.of(draft.skippedFor(Reason.NO_CONSENT).on(Channel.EMAIL));
        }
        return channels.stream().map(draft::on).toList();
    }

    /** A message before its channel is chosen. */
    private record Draft(
            MessageKind kind,
            Visit visit,
            long revision,
            Instant now,
            Instant due,
            Instant usefulUntil,
            @Nullable Reason skip) {

        Draft skippedFor(Reason reason) {
            return new Draft(kind, visit, revision, now, due, usefulUntil, reason);
        }

        Notification on(Channel channel) {
            Recipient recipient = Recipient.CLIENT;
            NotificationId id = NotificationId.of(visit.id(), kind, revision, recipient, channel);
            Progress progress = skip == null ? new Planned() : new Skipped(skip, now);
            long reports = skip == null ? 0 : 1;
            return new Notification(
                    id, kind, channel, recipient, About.of(visit), now, due, usefulUntil, progress, false, 1, reports);
        }
    }
}
