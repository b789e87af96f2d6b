package org.bodywork.notifications.notification.domain;

import java.time.Instant;
import org.bodywork.notifications.notification.domain.LastLook.Verdict.Expire;
import org.bodywork.notifications.notification.domain.LastLook.Verdict.Send;
import org.bodywork.notifications.notification.domain.LastLook.Verdict.Skip;

/** Decides right before a message goes out whether it is still true and still of use. */
public final class LastLook {

    private LastLook() {}

    /** What to do with a message. */
    public sealed interface Verdict {

        /** It may go out, to this address. */
        record Send(String address) implements Verdict {}

        record Skip(Reason reason) implements Verdict {}

        record Expire() implements Verdict {}
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

    private static Verdict verdict(
            Notification notification, Visit visit, VisitStatus status, boolean moved, Instant now) {
        if (!isTrueOf(notification.kind(), status)) {
            return new Skip(status.isCancelled() ? Reason.CANCELLED : Reason.OVERTAKEN);
        }
        if (moved && notification.kind().promisesTheTime()) {
            return new Skip(Reason.MOVED);
        }
        if (!notification.isUseful(now)) {
            return new Expire();
        }
        return visit.addressOn(notification.channel()).<Verdict>map(Send::new).orElse(new Skip(Reason.NO_CONSENT));
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
                    VISIT_STAYS -> status == VisitStatus.CONFIRMED;
            case REQUEST_WAITING, REQUEST_STILL_WAITING, REVIEW_NEEDED ->
                status == VisitStatus.REQUESTED || status == VisitStatus.CONFIRMED;
            case PROPOSAL -> status == VisitStatus.PROPOSED;
            case DECLINED -> status == VisitStatus.DECLINED;
            case CANCELLATION -> status.isCancelled();
            case EXPIRED -> status == VisitStatus.EXPIRED;
            case FOLLOW_UP, REVIEW_REQUEST -> status == VisitStatus.COMPLETED;
            case VISIT_CANCELLED ->
                status.isCancelled() || status == VisitStatus.DECLINED || status == VisitStatus.EXPIRED;
            case NEW_LINK -> true;
        };
    }
}
