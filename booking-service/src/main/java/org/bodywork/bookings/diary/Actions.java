package org.bodywork.bookings.diary;

import java.time.Instant;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;

/** What staff can do with a visit now; whatever is done is decided by the visit itself. */
record Actions(
        boolean answer,
        boolean checkIn,
        boolean complete,
        boolean noShow,
        boolean move,
        boolean propose,
        boolean cancel,
        boolean correct) {

    static Actions on(Appointment appointment, Instant now) {
        Status status = appointment.statusAt(now);
        Visit visit = appointment.state().visit();
        boolean confirmed = status == Status.CONFIRMED;
        boolean begun = !now.isBefore(visit.start());
        return new Actions(
                appointment.awaitsTherapistAt(now),
                confirmed && !now.isBefore(visit.startOfDay().toInstant()),
                status == Status.CHECKED_IN && begun,
                confirmed && begun,
                confirmed,
                !begun && (confirmed || status.isOpen()),
                status.isAgreed() && now.isBefore(visit.end()),
                status.takesTime());
    }
}
