package org.bodywork.notifications.notification.domain;

import java.time.Instant;
import java.util.Optional;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.DeliveryReport;
import org.bodywork.notifications.delivery.domain.DeliveryReport.What;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.notification.domain.Progress.Delivered;
import org.bodywork.notifications.notification.domain.Progress.Expired;
import org.bodywork.notifications.notification.domain.Progress.Failed;
import org.bodywork.notifications.notification.domain.Progress.Planned;
import org.bodywork.notifications.notification.domain.Progress.Sending;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Progress.Skipped;

/**
 * One message to one recipient on one channel: a row of the ledger.
 *
 * @param about the state of the visit the message speaks of
 * @param due when it should go out
 * @param usefulUntil from then on it must not go out any more
 * @param possibleRepeat whether it may have gone out twice, because the first outcome could not be found out
 * @param version rises with every change; a change is only saved over the version it was made from
 * @param reports how many times its progress was worth telling others; the sequence of its delivery events
 */
public record Notification(
        NotificationId id,
        MessageKind kind,
        Channel channel,
        Recipient recipient,
        About about,
        Instant plannedAt,
        Instant due,
        Instant usefulUntil,
        Progress progress,
        boolean possibleRepeat,
        long version,
        long reports) {

    /** Which visit, in which state of it, a message speaks of. */
    public record About(AppointmentId appointment, PracticeId practice, long sequence, int timeRevision) {

        public static About of(Visit visit) {
            return new About(visit.id(), visit.practice(), visit.sequence(), visit.timeRevision());
        }

        /** Whether the visit is known at least as far as the message speaks of it. */
        public boolean isKnownIn(Visit visit) {
            return visit.sequence() >= sequence;
        }
    }

    /** Whether nobody has begun to send it and nothing has ended it. */
    public boolean isPlanned() {
        return progress instanceof Planned;
    }

    /** Whether it may still leave the house: it waits, or the outcome of an attempt is open. */
    public boolean isOpen() {
        return progress instanceof Planned || progress instanceof Sending;
    }

    /** Whether others are told of this progress. */
    public boolean isReported() {
        return !isOpen();
    }

    public boolean isUseful(Instant now) {
        return now.isBefore(usefulUntil);
    }

    /** Written before the provider is called, so that a crash in between can be seen. */
    public Notification sending(Instant since, Fingerprint fingerprint) {
        return with(new Sending(since, fingerprint));
    }

    /** The provider certainly does not have it: it waits again. */
    public Notification notSent() {
        return with(new Planned());
    }

    public Notification sent(String providerId, Instant at) {
        return with(new Sent(providerId, at));
    }

    public Notification delivered(String providerId, Instant at) {
        return with(new Delivered(providerId, at));
    }

    public Notification failed(Reason reason, Instant at) {
        return with(new Failed(reason, at));
    }

    public Notification skipped(Reason reason, Instant at) {
        return with(new Skipped(reason, at));
    }

    /** Not sent any more, for this reason; except that an earlier attempt may have arrived without anybody knowing. */
    public Notification leftUnsent(Reason reason, Instant at) {
        return possibleRepeat ? expired(Reason.OUTCOME_UNKNOWN, at) : skipped(reason, at);
    }

    /** Its useful time is over. */
    public Notification ranOut(Instant at) {
        return expired(possibleRepeat ? Reason.OUTCOME_UNKNOWN : Reason.TOO_LATE, at);
    }

    public Notification expired(Reason reason, Instant at) {
        return with(new Expired(reason, at));
    }

    /**
     * Takes in what the provider reports later. Reports may come twice and in any order: one that says nothing new
     * changes nothing. A report about a message given up as unknown still counts, so the ledger ends up true.
     */
    public Optional<Notification> reported(DeliveryReport report, Instant at) {
        return switch (progress) {
            case Planned _, Sending _, Expired _ -> Optional.of(with(progressOf(report, at)));
            case Sent _ when report.what() == What.TAKEN -> Optional.empty();
            case Sent _ -> Optional.of(with(progressOf(report, at)));
            case Delivered _, Failed _, Skipped _ -> Optional.empty();
        };
    }

    /** Marks that the next attempt may be a repeat of one whose outcome nobody can tell. */
    public Notification possiblyRepeated() {
        return new Notification(
                id, kind, channel, recipient, about, plannedAt, due, usefulUntil, progress, true, version, reports);
    }

    private static Progress progressOf(DeliveryReport report, Instant at) {
        return switch (report.what()) {
            case TAKEN -> new Sent(report.providerId(), at);
            case DELIVERED -> new Delivered(report.providerId(), at);
            case UNDELIVERED -> new Failed(Reason.UNDELIVERED, at);
        };
    }

    private Notification with(Progress next) {
        long reported = next instanceof Planned || next instanceof Sending ? reports : reports + 1;
        return new Notification(
                id,
                kind,
                channel,
                recipient,
                about,
                plannedAt,
                due,
                usefulUntil,
                next,
                possibleRepeat,
                version + 1,
                reported);
    }
}
