package org.bodywork.bookings.appointment.adapter.web;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.OnBehalf;
import org.bodywork.platform.web.Body;
import org.jspecify.annotations.Nullable;

/** Another time for a visit, and why; the reason is kept in the audit trail and sent to nobody. */
@Body("move-visit-for-a-reason")
record NewStartWithReason(
        String start, String reason, @Nullable List<String> override) {

    OnBehalf by(Colleague colleague) {
        return new OnBehalf(colleague, Overrides.read(override), reason);
    }

    Instant instant() {
        return NewStart.read(start);
    }
}
