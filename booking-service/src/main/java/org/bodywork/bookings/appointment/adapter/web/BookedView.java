package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.bodywork.bookings.appointment.application.GivenIntake;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.jspecify.annotations.Nullable;

/**
 * A visit as whoever has just booked it is told.
 *
 * @param intakeNeeded whether the client is asked to answer the form
 * @param reviewNeeded whether the therapist reads the answers first
 * @param advice for a client whose answers raise a red flag
 * @param companionUrl opens the companion's part, for the client to hand on; absent where the companion is written to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BookedView(
        @JsonUnwrapped VisitView visit,
        boolean intakeNeeded,
        boolean reviewNeeded,
        @Nullable Advice advice,
        @Nullable String companionUrl) {

    static BookedView of(
            AppointmentState state,
            Place place,
            String manageUrl,
            @Nullable GivenIntake intake,
            @Nullable String companionUrl) {
        return new BookedView(
                VisitView.of(state, place, manageUrl),
                state.intakeNeeded(),
                state.reviewNeeded(),
                Advice.on(intake, state.client().language()),
                companionUrl);
    }
}
