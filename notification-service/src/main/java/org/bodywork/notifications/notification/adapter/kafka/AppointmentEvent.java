package org.bodywork.notifications.notification.adapter.kafka;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.LocationId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.TherapistId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.bodywork.platform.events.BadEvent;

/** The state of an appointment as it travels on the topic {@code appointments}, reduced to what we read. */
record AppointmentEvent(
        String id,
        long sequence,
        int timeRevision,
        VisitStatus status,
        String practiceId,
        String therapistId,
        String locationId,
        Instant start,
        Instant end,
        String zone,
        Actor actor,
        Instant at,
        String sealed) {

    static final String TOPIC = "appointments";
    static final String REQUESTED = "org.bodywork.appointment.requested.v1";
    static final String PROPOSED = "org.bodywork.appointment.proposed.v1";
    static final String MOVED = "org.bodywork.appointment.moved.v1";
    static final String CHANGE_REQUESTED = "org.bodywork.appointment.change-requested.v1";
    static final String CHANGE_DECLINED = "org.bodywork.appointment.change-declined.v1";
    static final String CONFIRMED = "org.bodywork.appointment.confirmed.v1";
    static final String DECLINED = "org.bodywork.appointment.declined.v1";
    static final String CANCELLED = "org.bodywork.appointment.cancelled.v1";
    static final String EXPIRED = "org.bodywork.appointment.expired.v1";
    static final String CORRECTED = "org.bodywork.appointment.corrected.v1";
    static final String REQUEST_WAITING = "org.bodywork.appointment.request-waiting.v1";
    static final String CHECKED_IN = "org.bodywork.appointment.checked-in.v1";
    static final String COMPLETED = "org.bodywork.appointment.completed.v1";
    static final String NO_SHOW = "org.bodywork.appointment.no-show.v1";
    static final String INTAKE_RECEIVED = "org.bodywork.appointment.intake-received.v1";
    static final String LINK_REVOKED = "org.bodywork.appointment.link-revoked.v1";

    record Actor(Side kind) {}

    Visit with(SealedContact contact) {
        return new Visit(
                new AppointmentId(id),
                sequence,
                timeRevision,
                status,
                new PracticeId(practiceId),
                new TherapistId(therapistId),
                new LocationId(locationId),
                start,
                end,
                zoneId(),
                contact.asClient(),
                contact.asConsent(),
                contact.manageUrl());
    }

    private ZoneId zoneId() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new BadEvent("no zone: " + zone, e);
        }
    }
}
