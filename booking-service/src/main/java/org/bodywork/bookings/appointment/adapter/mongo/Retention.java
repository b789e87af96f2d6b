package org.bodywork.bookings.appointment.adapter.mongo;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Status;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the archive keeps what, each counted from when an appointment came there.
 *
 * @param visits what was agreed on, whether it took place or not
 * @param unanswered requests that were declined or that nobody answered
 * @param audit who changed what, and why; afterwards only how it ended is kept
 */
@ConfigurationProperties("bodywork.retention")
record Retention(
        @DefaultValue("2557d") Duration visits,
        @DefaultValue("90d") Duration unanswered,
        @DefaultValue("1096d") Duration audit) {

    Retention {
        if (!visits.isPositive() || !unanswered.isPositive() || !audit.isPositive()) {
            throw new IllegalArgumentException("what is kept is kept for a while");
        }
    }

    Instant looksFirstAt(AppointmentState archived) {
        Instant end = endsAt(archived);
        Instant auditEnds = auditEndsAt(archived);
        return auditEnds.isBefore(end) ? auditEnds : end;
    }

    Instant endsAt(AppointmentState archived) {
        boolean agreed = archived.status() != Status.DECLINED && archived.status() != Status.EXPIRED;
        return archived.archivedFrom().plus(agreed ? visits : unanswered);
    }

    Instant auditEndsAt(AppointmentState archived) {
        return archived.archivedFrom().plus(audit);
    }
}
