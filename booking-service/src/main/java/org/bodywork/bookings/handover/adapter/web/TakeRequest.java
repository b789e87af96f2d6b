package org.bodywork.bookings.handover.adapter.web;

import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.platform.web.Body;
import org.jspecify.annotations.Nullable;

/** Which one the client takes, and whether the summary of the plan goes along. */
@Body("take-alternative")
record TakeRequest(String choice, @Nullable Boolean sharePlan) {

    AppointmentId chosen() {
        return AppointmentId.of(choice);
    }

    boolean isSharing() {
        return Boolean.TRUE.equals(sharePlan);
    }
}
