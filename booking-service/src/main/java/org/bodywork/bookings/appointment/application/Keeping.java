package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook.Cause;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/**
 * Time to be kept for a purpose.
 *
 * @param id what the hold is to be called, and the visit that it may become; derived from the purpose where the keeper
 *     may have to ask again
 * @param counted the visitor whose hold it counts as; null where it counts as nobody's, or another one already does
 */
public record Keeping(
        HeldFor purpose,
        AppointmentId id,
        TherapistId therapist,
        TreatmentId treatment,
        Instant start,
        Asking asking,
        Instant until,
        @Nullable Visitor counted) {

    Wish wish(Slot slot, BookingLimits limits) {
        return Wish.of(id, slot, asking, null, counted == null ? List.of() : limits.onHolds(counted));
    }

    boolean isMetBy(Hold hold) {
        return purpose.equals(hold.heldFor()) && hold.isFor(therapist, treatment, start);
    }

    Refusal refusedAs(Cause cause) {
        return new Refusal.CannotBook(cause, List.of());
    }
}
