package org.bodywork.bookings.numbers.domain;

import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.Actor.Kind;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.numbers.domain.CountedVisit.Step;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.jspecify.annotations.Nullable;

/** Words for visits that are counted: an hour with somebody, told as it went. */
public final class ACountedVisit {

    private final List<Step> steps = new ArrayList<>();
    private final TherapistId therapist;
    private final ZonedDateTime start;
    private @Nullable String client = "ada";
    private @Nullable Status status;
    private boolean late;
    private AppointmentId id = AppointmentId.of(UUID.randomUUID().toString());

    private ACountedVisit(TherapistId therapist, ZonedDateTime start) {
        this.therapist = therapist;
        this.start = start;
    }

    public static ACountedVisit aVisit(TherapistId therapist, String localStart) {
        return new ACountedVisit(therapist, LocalDateTime.parse(localStart).atZone(CHICAGO));
    }

    public ACountedVisit by(@Nullable String who) {
        client = who;
        return this;
    }

    public ACountedVisit known(AppointmentId as) {
        id = as;
        return this;
    }

    public ACountedVisit booked() {
        return step(Kind.CLIENT, Action.BOOKED, Status.CONFIRMED);
    }

    public ACountedVisit requested() {
        return step(Kind.CLIENT, Action.BOOKED, Status.REQUESTED);
    }

    public ACountedVisit accepted() {
        return step(Kind.STAFF, Action.ACCEPTED, Status.CONFIRMED);
    }

    public ACountedVisit completed() {
        step(Kind.STAFF, Action.CHECKED_IN, Status.CHECKED_IN);
        return step(Kind.STAFF, Action.COMPLETED, Status.COMPLETED);
    }

    public ACountedVisit withNobodyComing() {
        return step(Kind.STAFF, Action.MARKED_NO_SHOW, Status.NO_SHOW);
    }

    public ACountedVisit cancelledByClient() {
        return step(Kind.CLIENT, Action.CANCELLED, Status.CANCELLED_BY_CLIENT);
    }

    public ACountedVisit lateCancelledByClient(Instant at) {
        late = true;
        return step(Kind.CLIENT, Action.CANCELLED, Status.CANCELLED_BY_CLIENT, at);
    }

    public ACountedVisit cancelledByTherapist() {
        return step(Kind.STAFF, Action.CANCELLED, Status.CANCELLED_BY_THERAPIST);
    }

    public ACountedVisit step(Kind by, Action action, Status to) {
        return step(by, action, to, start.minusDays(1).toInstant());
    }

    private ACountedVisit step(Kind by, Action action, Status to, Instant at) {
        steps.add(new Step(at, by, action, status, to));
        status = to;
        return this;
    }

    public CountedVisit please() {
        if (status == null) {
            throw new IllegalStateException("nothing was done to it");
        }
        return new CountedVisit(
                id,
                List.of(therapist),
                client,
                start.toLocalDate(),
                new TimeSpan(start.toInstant(), start.toInstant().plus(Duration.ofHours(1))),
                status,
                late,
                steps);
    }
}
