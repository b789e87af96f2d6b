package org.bodywork.bookings.plan.adapter.web;

import org.bodywork.bookings.plan.domain.Measurement;
import org.bodywork.platform.web.Body;
import org.jspecify.annotations.Nullable;

/** What is measured before or after a visit. */
@Body("measure-visit")
record MeasurementRequest(
        int pain, @Nullable Integer motion, @Nullable Integer function) {

    Measurement measurement() {
        return new Measurement(pain, motion, function);
    }
}
