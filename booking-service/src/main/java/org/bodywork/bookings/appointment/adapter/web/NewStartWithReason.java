package org.bodywork.bookings.appointment.adapter.web;

import java.time.Instant;
import org.bodywork.platform.web.Body;

/** Another time for a visit, and why; the reason is kept in the audit trail and sent to nobody. */
@Body("move-visit-for-a-reason")
record NewStartWithReason(String start, String reason) {

    Instant instant() {
        return NewStart.read(start);
    }
}
