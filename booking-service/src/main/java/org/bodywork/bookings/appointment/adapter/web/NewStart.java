package org.bodywork.bookings.appointment.adapter.web;

import java.time.Instant;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.InvalidRequest;

/** Another time for a visit. */
@Body("move-visit")
record NewStart(String start) {

    Instant instant() {
        return read(start);
    }

    static Instant read(String start) {
        return OffsetTimes.read(start).orElseThrow(() -> new InvalidRequest("/start", BookingForm.NO_SUCH_TIME));
    }
}
