package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentState;

/**
 * A visit as whoever holds its secret link sees it.
 *
 * @param change what can be done to it now
 * @param policy the terms it was booked under
 * @param late whether it was cancelled inside the cut-off
 */
record ManagedVisitView(
        @JsonUnwrapped VisitView visit, ChangeView change, PolicyView policy, boolean late, boolean intakeNeeded) {

    static ManagedVisitView of(Appointment appointment, Place place, String manageUrl, Instant now) {
        AppointmentState state = appointment.state();
        return new ManagedVisitView(
                VisitView.of(state, place, manageUrl),
                new ChangeView(appointment.clientMayCancel(now), appointment.isLateAt(now)),
                new PolicyView(state.terms().cutoff().toMinutes(), state.terms().feeText()),
                state.late(),
                state.intakeNeeded());
    }

    /**
     * What can be done now.
     *
     * @param cancellingIsLate whether a cancellation would be marked late, with what {@code policy.feeText} says
     */
    record ChangeView(boolean cancel, boolean cancellingIsLate) {}

    record PolicyView(long cancellationCutoffMinutes, String feeText) {}
}
