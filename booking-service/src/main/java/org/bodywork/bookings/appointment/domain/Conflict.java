package org.bodywork.bookings.appointment.domain;

import java.util.List;
import org.bodywork.bookings.opening.domain.Hindrance;

/** A visit that stands at a time when its therapist is not there any more, or may not practise. */
public record Conflict(Appointment visit, List<Hindrance> reasons) {

    public Conflict {
        reasons = List.copyOf(reasons);
    }

    /** What staff can do about it. */
    public List<Remedy> remedies() {
        return switch (visit.status()) {
            case REQUESTED -> List.of(Remedy.PROPOSE, Remedy.DECLINE);
            case PROPOSED -> List.of(Remedy.PROPOSE);
            case CONFIRMED -> List.of(Remedy.PROPOSE, Remedy.RESCHEDULE, Remedy.CANCEL);
            case CHECKED_IN -> List.of(Remedy.CANCEL);
            case COMPLETED, NO_SHOW, DECLINED, EXPIRED, CANCELLED_BY_CLIENT, CANCELLED_BY_THERAPIST -> List.of();
        };
    }

    /** Something staff do to a visit; the names are part of the API. */
    public enum Remedy {
        PROPOSE,
        RESCHEDULE,
        CANCEL,
        DECLINE
    }
}
