package org.bodywork.notifications.notification.domain;

import java.time.Instant;

/** What somebody was told of a visit: the facts that staff can change under them. */
public record Told(Instant start, TherapistId therapist, LocationId location) {

    public static Told of(Visit visit) {
        return new Told(visit.start(), visit.therapist(), visit.location());
    }

    /** Whether it no longer is what is true. */
    public boolean differsFrom(Visit visit) {
        return !equals(of(visit));
    }
}
