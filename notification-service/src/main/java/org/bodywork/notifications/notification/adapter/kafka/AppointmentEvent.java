package org.bodywork.notifications.notification.adapter.kafka;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.LocationId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.TherapistId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.Visit.Needs;
import org.bodywork.notifications.notification.domain.Visit.Series;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.bodywork.platform.events.BadEvent;
import org.jspecify.annotations.Nullable;

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
        @Nullable Instant end,
        String zone,
        Actor actor,
        boolean intakeNeeded,
        boolean reviewNeeded,
        @Nullable Instant requestedUntil,
        @Nullable Wanted wanted,
        @Nullable SeriesPlace series,
        @Nullable Instant alternativesUntil,
        @Nullable Boolean republished,
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
    static final String CHECKPOINT = "org.bodywork.appointment.checkpoint.v1";
    static final String LINK_REVOKED = "org.bodywork.appointment.link-revoked.v1";
    static final String HANDOVER_OFFERED = "org.bodywork.appointment.handover-offered.v1";

    /** For a visit told of without its end: nearly all are as long. */
    private static final Duration USUAL_LENGTH = Duration.ofHours(1);

    record Actor(Side kind, @Nullable String accountId) {}

    record Wanted(Side by, Instant expiresAt) {}

    record SeriesPlace(String id, int number, int of) {

        private Series asSeries() {
            return new Series(id, number, of);
        }
    }

    boolean isToldAgain() {
        return Boolean.TRUE.equals(republished);
    }

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
                end == null ? start.plus(USUAL_LENGTH) : end,
                zoneId(),
                new Needs(intakeNeeded, reviewNeeded, answerBy(), alternativesUntil),
                contact.asClient(),
                contact.asConsent(),
                contact.asLinks(),
                series == null ? null : series.asSeries(),
                null);
    }

    /** Until when the therapist can answer a client who waits. */
    private @Nullable Instant answerBy() {
        boolean clientAsked = wanted != null && wanted.by() == Side.CLIENT;
        if (clientAsked) {
            return requireNonNull(wanted).expiresAt();
        }
        return status == VisitStatus.REQUESTED ? requestedUntil : null;
    }

    private ZoneId zoneId() {
        return zoneId(zone);
    }

    /** Fails with {@link BadEvent}. */
    static ZoneId zoneId(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new BadEvent("no zone: " + zone, e);
        }
    }
}
