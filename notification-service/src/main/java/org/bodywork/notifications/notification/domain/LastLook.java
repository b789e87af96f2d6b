package org.bodywork.notifications.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.bodywork.notifications.notification.domain.LastLook.Verdict.Expire;
import org.bodywork.notifications.notification.domain.LastLook.Verdict.Hold;
import org.bodywork.notifications.notification.domain.LastLook.Verdict.Send;
import org.bodywork.notifications.notification.domain.LastLook.Verdict.Skip;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;

/** Decides right before a message goes out whether it is still true and still of use. */
public final class LastLook {

    /** News put off until the morning must still leave the client time to act on it. */
    private static final Duration TIME_TO_ACT = Duration.ofHours(3);

    private LastLook() {}

    /** What to do with a message. */
    public sealed interface Verdict {

        /** It may go out. */
        record Send() implements Verdict {}

        record Skip(Reason reason) implements Verdict {}

        record Expire() implements Verdict {}

        /** It has to wait until then. */
        record Hold(Reason reason, Instant until) implements Verdict {}
    }

    /** Judges by the newest state of the visit that is known here. */
    public static Verdict at(Notification notification, Visit visit, Instant now) {
        boolean moved = visit.timeRevision() != notification.about().timeRevision();
        return verdict(notification, visit, visit.status(), moved, now);
    }

    /** Judges by what the owner of the visit just answered. */
    public static Verdict at(Notification notification, Visit visit, AppointmentNow answer, Instant now) {
        boolean moved = !answer.start().equals(visit.start());
        return verdict(notification, visit, answer.status(), moved, now);
    }

    /** Judges whether the client may be written to at this hour. */
    public static Verdict atThisHour(Notification notification, Visit visit, Instant now) {
        ZoneId zone = visit.clientZone();
        QuietHours night = QuietHours.AT_NIGHT;
        boolean goesAnyway = notification.atNight() || notification.recipient().audience() == Audience.STAFF;
        if (goesAnyway || !night.contains(now, zone)) {
            return new Send();
        }
        Instant morning = night.morningAfter(now, zone);
        if (isEarlyEnough(notification, visit, morning)) {
            return new Hold(Reason.QUIET_HOURS, morning);
        }
        // News that cannot wait is better told at night than not at all; a reminder or an offer is not.
        return notification.kind().canWaitForTheMorning() ? new Skip(Reason.QUIET_HOURS) : new Send();
    }

    private static boolean isEarlyEnough(Notification notification, Visit visit, Instant morning) {
        if (!notification.isUseful(morning)) {
            return false;
        }
        return notification.kind().canWaitForTheMorning()
                || !morning.plus(TIME_TO_ACT).isAfter(visit.start())
                || visit.start().isBefore(notification.due());
    }

    private static Verdict verdict(
            Notification notification, Visit visit, VisitStatus status, boolean moved, Instant now) {
        MessageKind kind = notification.kind();
        if (!isTrueOf(kind, status)) {
            return new Skip(status.isCancelled() ? Reason.CANCELLED : Reason.OVERTAKEN);
        }
        if (moved && kind.promisesTheTime()) {
            return new Skip(Reason.MOVED);
        }
        if (kind.isOvertakenByAnyChange()
                && visit.sequence() > notification.about().sequence()) {
            return new Skip(Reason.OVERTAKEN);
        }
        if (!isNeeded(kind, visit)) {
            return new Skip(Reason.NOT_NEEDED);
        }
        if (!notification.isUseful(now)) {
            return new Expire();
        }
        boolean forClient = notification.recipient().audience() == Audience.CLIENT;
        return forClient && visit.addressOn(notification.channel()).isEmpty()
                ? new Skip(Reason.NO_CONSENT)
                : new Send();
    }

    private static boolean isNeeded(MessageKind kind, Visit visit) {
        return switch (kind) {
            case INTAKE_MISSING -> visit.needs().intake();
            case REVIEW_NEEDED -> visit.needs().review();
            case REQUEST_WAITING, REQUEST_STILL_WAITING -> visit.awaitsAnswer();
            default -> true;
        };
    }

    private static boolean isTrueOf(MessageKind kind, VisitStatus status) {
        return switch (kind) {
            case REQUEST_RECEIVED -> status == VisitStatus.REQUESTED;
            case CONFIRMATION,
                    MOVED,
                    CHANGED,
                    MOVE_PROPOSED,
                    NOT_MOVED,
                    REMINDER,
                    INTAKE_MISSING,
                    NEW_BOOKING,
                    VISIT_MOVED,
                    VISIT_STAYS,
                    ALTERNATIVES -> status == VisitStatus.CONFIRMED;
            case REQUEST_WAITING, REQUEST_STILL_WAITING, REVIEW_NEEDED ->
                status == VisitStatus.REQUESTED || status == VisitStatus.CONFIRMED;
            case PROPOSAL -> status == VisitStatus.PROPOSED;
            case DECLINED -> status == VisitStatus.DECLINED;
            case CANCELLATION -> status.isCancelled();
            case EXPIRED -> status == VisitStatus.EXPIRED;
            case FOLLOW_UP, REVIEW_REQUEST -> status == VisitStatus.COMPLETED;
            case VISIT_CANCELLED ->
                status.isCancelled() || status == VisitStatus.DECLINED || status == VisitStatus.EXPIRED;
            case OFFER -> status == VisitStatus.OFFERED;
            case PLAN_TO_AGREE -> status == VisitStatus.PLAN_PROPOSED;
            case NEXT_VISIT_DUE -> status == VisitStatus.PLAN_AGREED;
            case NEW_LINK, ATTENTION -> true;
        };
    }
}
