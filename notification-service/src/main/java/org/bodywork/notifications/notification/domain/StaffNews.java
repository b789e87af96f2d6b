package org.bodywork.notifications.notification.domain;

import java.util.Optional;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.jspecify.annotations.Nullable;

/** What those who look after a visit are told of a change. */
final class StaffNews {

    private StaffNews() {}

    static Optional<MessageKind> of(VisitChange change, @Nullable Visit before) {
        boolean byClient = change.by() == Side.CLIENT;
        boolean requested = change.visit().status() == VisitStatus.REQUESTED;
        return switch (change.what()) {
            case REQUESTED -> Optional.of(MessageKind.REQUEST_WAITING);
            case REQUEST_WAITING -> Optional.of(MessageKind.REQUEST_STILL_WAITING);
            case MOVE_ASKED -> byClient ? Optional.of(MessageKind.REQUEST_WAITING) : Optional.empty();
            case CONFIRMED -> Optional.of(tookPlaceAlready(before) ? MessageKind.VISIT_MOVED : MessageKind.NEW_BOOKING);
            case MOVED -> Optional.of(requested ? MessageKind.REQUEST_WAITING : MessageKind.VISIT_MOVED);
            case NOT_MOVED -> byClient ? Optional.of(MessageKind.VISIT_STAYS) : Optional.empty();
            case DECLINED, CANCELLED, EXPIRED -> Optional.of(MessageKind.VISIT_CANCELLED);
            case INTAKE_RECEIVED ->
                change.visit().needs().review() ? Optional.of(MessageKind.REVIEW_NEEDED) : Optional.empty();
            case PROPOSED,
                    CORRECTED,
                    CHECKED_IN,
                    COMPLETED,
                    NO_SHOW,
                    LINK_REVOKED,
                    ALTERNATIVES_OFFERED,
                    OFFERED,
                    OFFER_OVER,
                    PLAN_PROPOSED,
                    NEXT_VISIT_DUE -> Optional.empty();
        };
    }

    /** It was on the calendar before: what is confirmed now is another time for it. */
    private static boolean tookPlaceAlready(@Nullable Visit before) {
        return before != null && before.status() == VisitStatus.CONFIRMED;
    }
}
