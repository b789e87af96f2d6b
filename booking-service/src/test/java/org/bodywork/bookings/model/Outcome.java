package org.bodywork.bookings.model;

import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.jspecify.annotations.Nullable;

/**
 * What came of a wish.
 *
 * @param id what it was done to, or made
 * @param room where its time lies now
 * @param failure what nobody should ever see
 */
record Outcome(
        Kind kind,
        @Nullable AppointmentId id,
        @Nullable String room,
        @Nullable Throwable failure) {

    /** Done, or why not. */
    enum Kind {
        DONE,
        /** There was nothing to do it to. */
        NOTHING,
        TAKEN,
        NOT_AN_OPENING,
        PAST,
        STATE,
        TOO_EARLY,
        UNKNOWN,
        NO_HOLD,
        HOLD_MISMATCH,
        NOT_RENEWABLE,
        /** A limit on what one contact, browser or address takes is reached. */
        TOO_MANY,
        /** Somebody stands where time was to be kept free. */
        VISITS_STAND,
        /** Decided on a state that is no more. */
        CHANGED_SINCE,
        /** Done, at a room that is not free. */
        ROOM_TAKEN,
        /** No refusal that a client should ever see here. */
        FAILURE
    }

    static Outcome of(Kind kind) {
        return new Outcome(kind, null, null, null);
    }

    static Outcome done(AppointmentId id, @Nullable String room) {
        return new Outcome(Kind.DONE, id, room, null);
    }

    static Outcome of(Throwable error) {
        Kind kind = kindOf(error);
        return new Outcome(kind, null, null, kind == Kind.FAILURE ? error : null);
    }

    private static Kind kindOf(Throwable error) {
        return switch (error) {
            case Refusal.CannotBook taken when taken.reason() == Refusal.CannotBook.Cause.SLOT_TAKEN -> Kind.TAKEN;
            case Refusal.CannotBook _ -> Kind.NOT_AN_OPENING;
            case Refusal.StartHasPassed _ -> Kind.PAST;
            case Refusal.StateForbids _ -> Kind.STATE;
            case Refusal.TooEarly _ -> Kind.TOO_EARLY;
            case Refusal.NoSuchAppointment _ -> Kind.UNKNOWN;
            case Refusal.NoSuchHold _ -> Kind.NO_HOLD;
            case Refusal.HoldMismatch _ -> Kind.HOLD_MISMATCH;
            case Refusal.HoldNotRenewable _ -> Kind.NOT_RENEWABLE;
            case Refusal.TooMany _ -> Kind.TOO_MANY;
            case Refusal.VisitsStand _ -> Kind.VISITS_STAND;
            case Refusal.ChangedSince _ -> Kind.CHANGED_SINCE;
            case NotOffered _ -> Kind.UNKNOWN;
            default -> Kind.FAILURE;
        };
    }
}
