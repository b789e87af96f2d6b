package org.bodywork.notifications.notification.domain;

import java.time.Instant;
import java.util.List;

/**
 * What somebody was told of a visit: the facts that staff can change under them.
 *
 * @param together the visits that the same message told of, this one included; none where it told of this one only
 */
public record Told(Instant start, TherapistId therapist, LocationId location, List<AppointmentId> together) {

    public Told {
        together = List.copyOf(together);
    }

    public Told(Instant start, TherapistId therapist, LocationId location) {
        this(start, therapist, location, List.of());
    }

    public static Told of(Visit visit) {
        return new Told(visit.start(), visit.therapist(), visit.location());
    }

    /** Of several in one message. */
    public Told together(List<Visit> visits) {
        return visits.size() < 2
                ? this
                : new Told(
                        start,
                        therapist,
                        location,
                        visits.stream().map(Visit::id).toList());
    }

    /** Whether it no longer is what is true. */
    public boolean differsFrom(Visit visit) {
        Told now = of(visit);
        return !start.equals(now.start) || !therapist.equals(now.therapist) || !location.equals(now.location);
    }
}
