package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Moves;
import org.bodywork.bookings.opening.domain.Opening;
import org.jspecify.annotations.Nullable;

/**
 * A visit as whoever holds its secret link sees it.
 *
 * @param change what can be done to it now
 * @param wanted another time that one side has asked for and the other has not answered
 * @param policy the terms it was booked under
 * @param intakeNeeded whether the client is asked to answer the form
 * @param reviewNeeded whether the therapist has to read the answers before the visit
 * @param late whether it was cancelled inside the cut-off
 * @param alternatives what could be booked instead of a visit that the therapist cancelled; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ManagedVisitView(
        @JsonUnwrapped VisitView visit,
        ChangeView change,
        @Nullable WantedView wanted,
        PolicyView policy,
        boolean late,
        boolean intakeNeeded,
        boolean reviewNeeded,
        @Nullable List<AlternativeView> alternatives) {

    /**
     * The visit as it is now.
     *
     * @param instead what is offered instead of it; empty where nothing is
     */
    static ManagedVisitView of(
            Appointment appointment, Place place, String manageUrl, Optional<List<Opening>> instead, Instant now) {
        AppointmentState state = appointment.state();
        return new ManagedVisitView(
                VisitView.of(state, place, manageUrl),
                new ChangeView(
                        appointment.clientMayCancel(now),
                        appointment.isLateAt(now),
                        new Moves(appointment).clientMayMove(now),
                        new Moves(appointment).isProposedToClient(now)),
                WantedView.of(state.wanted()),
                new PolicyView(state.terms().cutoff().toMinutes(), state.terms().feeText()),
                state.late(),
                state.intakeNeeded(),
                state.reviewNeeded(),
                instead.map(AlternativeView::of).orElse(null));
    }

    /**
     * What can be done now.
     *
     * @param answerProposal whether the therapist proposes a time: {@code start} of a {@code PROPOSED} visit, else
     *     {@code wanted}
     * @param cancellingIsLate whether a cancellation would be marked late, with what {@code policy.feeText} says
     */
    record ChangeView(boolean cancel, boolean cancellingIsLate, boolean reschedule, boolean answerProposal) {}

    record PolicyView(long cancellationCutoffMinutes, String feeText) {}
}
