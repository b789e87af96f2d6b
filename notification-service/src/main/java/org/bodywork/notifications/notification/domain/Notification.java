package org.bodywork.notifications.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.DeliveryReport;
import org.bodywork.notifications.delivery.domain.DeliveryReport.What;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.notification.domain.Progress.Delivered;
import org.bodywork.notifications.notification.domain.Progress.Expired;
import org.bodywork.notifications.notification.domain.Progress.Failed;
import org.bodywork.notifications.notification.domain.Progress.Held;
import org.bodywork.notifications.notification.domain.Progress.Planned;
import org.bodywork.notifications.notification.domain.Progress.Sending;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient on one channel: a row of the ledger.
 *
 * @param about the state of the visit the message speaks of
 * @param due when it should go out
 * @param usefulUntil from then on it must not go out any more
 * @param possibleRepeat whether it may have gone out twice, because the first outcome could not be found out
 * @param version rises with every change; a change is only saved over the version it was made from
 * @param reports how many times its progress was worth telling others; the sequence of its delivery events
 * @param atNight whether it goes at once also in quiet hours
 * @param otherwise where it goes if it does not arrive: further channels in order of preference
 * @param told what the last attempt said of the visit; none before the first
 * @param resend whose wish it was to have it sent once more; none of what was planned by rules
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
        long reports,
        boolean atNight,
        List<Channel> otherwise,
        @Nullable Told told,
        @Nullable Resend resend) {

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
        return progress instanceof Planned || progress instanceof Held;
    }

    /** Whether it waits to see if what staff changed stands. */
    public boolean waitsForStaff() {
        return progress instanceof Held held && held.reason() == Reason.STILL_CHANGING;
    }

    /** Whether its reader had these facts of the visit from it, at that time or later. */
    public boolean hasTold(Visit visit, Instant since) {
        return told != null
                && !told.differsFrom(visit)
                && arrived().filter(at -> !at.isBefore(since)).isPresent();
    }

    /** Whether both go to one reader on one channel. */
    public boolean goesWhere(Notification other) {
        return recipient.equals(other.recipient) && channel == other.channel;
    }

    /** Whether it may still leave the house: it waits, or the outcome of an attempt is open. */
    public boolean isOpen() {
        return isPlanned() || progress instanceof Sending;
    }

    /** Whether others are told of this progress. */
    public boolean isReported() {
        return !isOpen();
    }

    /** When it, or the one that told it together with others, reached its provider; nothing while it has not, or where that is not known. */
    public Optional<Instant> arrived() {
        return switch (progress) {
            case Sent(String _, Instant at) -> Optional.of(at);
            case Delivered(String _, Instant at) -> Optional.of(at);
            case Skipped(Reason reason, Instant at) when reason == Reason.TOLD_TOGETHER -> Optional.of(at);
            case Planned _, Held _, Sending _, Failed _, Skipped _, Expired _ -> Optional.empty();
        };
    }

    public boolean isUseful(Instant now) {
        return now.isBefore(usefulUntil);
    }

    /** Written before the provider is called, so that a crash in between can be seen. */
    public Notification sending(Instant since, Fingerprint fingerprint, Told told) {
        return with(new Sending(since, fingerprint), told);
    }

    /** It waits until then. */
    public Notification held(Reason reason, Instant until) {
        return with(new Held(reason, until));
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

    /** It waits again, as it would if it were planned now; nothing where it ended for another reason than its rule. */
    public Optional<Notification> plannedAgain(Notification now) {
        return progress instanceof Skipped(Reason reason, Instant _) && reason == Reason.RULE_REMOVED
                ? Optional.of(new Notification(
                        id,
                        kind,
                        channel,
                        recipient,
                        now.about,
                        now.plannedAt,
                        now.due,
                        now.usefulUntil,
                        now.progress,
                        possibleRepeat,
                        version + 1,
                        reports,
                        now.atNight,
                        now.otherwise,
                        told,
                        resend))
                : Optional.empty();
    }

    /** Not sent any more, for this reason; except that an earlier attempt may have arrived without anybody knowing. */
    public Notification leftUnsent(Reason reason, Instant at) {
        return possibleRepeat ? expired(Reason.OUTCOME_UNKNOWN, at) : skipped(reason, at);
    }

    /** Another message told what it was to tell. */
    public Notification toldTogether(Visit visit, Instant at) {
        return with(new Skipped(Reason.TOLD_TOGETHER, at), Told.of(visit));
    }

    /** Whether it tells, or told, of this visit as well as of its own. */
    public boolean speaksFor(AppointmentId other) {
        return told != null
                && !about.appointment().equals(other)
                && told.together().contains(other);
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
            case Planned _, Held _, Sending _, Expired _ -> Optional.of(with(progressOf(report, at)));
            case Sent _ when report.what() == What.TAKEN -> Optional.empty();
            case Sent _ -> Optional.of(with(progressOf(report, at)));
            case Delivered _, Failed _, Skipped _ -> Optional.empty();
        };
    }

    /** Marks that the next attempt may be a repeat of one whose outcome nobody can tell. */
    public Notification possiblyRepeated() {
        return new Notification(
                id,
                kind,
                channel,
                recipient,
                about,
                plannedAt,
                due,
                usefulUntil,
                progress,
                true,
                version,
                reports,
                atNight,
                otherwise,
                told,
                resend);
    }

    /**
     * The same message on the next channel, where this one does not arrive: nothing when there is no other, or when it
     * is not the channel's fault.
     */
    public Optional<Notification> elsewhere(Instant now) {
        boolean channelFailed = switch (progress) {
            case Failed _ -> true;
            case Skipped(Reason reason, Instant _) -> reason.isOfTheChannel();
            case Planned _, Held _, Sending _, Sent _, Delivered _, Expired _ -> false;
        };
        return channelFailed && isUseful(now)
                ? otherwise.stream().findFirst().map(next -> on(next, now))
                : Optional.empty();
    }

    private Notification on(Channel next, Instant now) {
        return new Notification(
                id.on(next),
                kind,
                next,
                recipient,
                about,
                now,
                now,
                usefulUntil,
                new Planned(),
                false,
                1,
                0,
                atNight,
                otherwise.subList(1, otherwise.size()),
                null,
                null);
    }

    /**
     * The same message once more, saying what is true now. It waits for the morning where it would come at night.
     *
     * @param place tells several such wishes apart
     */
    public Notification again(Resend wish, int place, Visit visit, Instant now) {
        Instant until = now.plus(MessagePlan.NEWS_IS_OLD_AFTER);
        boolean untilTheStart = kind.promisesTheTime() && visit.start().isBefore(until);
        return new Notification(
                wish.of().again(place),
                kind,
                channel,
                recipient,
                About.of(visit),
                now,
                now,
                untilTheStart ? visit.start() : until,
                new Planned(),
                false,
                1,
                0,
                false,
                List.of(),
                null,
                wish);
    }

    private static Progress progressOf(DeliveryReport report, Instant at) {
        return switch (report.what()) {
            case TAKEN -> new Sent(report.providerId(), at);
            case DELIVERED -> new Delivered(report.providerId(), at);
            case UNDELIVERED -> new Failed(Reason.UNDELIVERED, at);
        };
    }

    private Notification with(Progress next) {
        return with(next, told);
    }

    private Notification with(Progress next, @Nullable Told told) {
        boolean open = next instanceof Planned || next instanceof Held || next instanceof Sending;
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
                open ? reports : reports + 1,
                atNight,
                otherwise,
                told,
                resend);
    }
}
