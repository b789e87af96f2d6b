package org.bodywork.bookings.handover.application;

import java.time.ZonedDateTime;
import org.bodywork.bookings.opening.domain.TherapistId;
import reactor.core.publisher.Mono;

/** Enters that somebody is away where time off is kept: at therapist-service, with the staff member's own token. */
public interface SickTime {

    /** Whether it was entered; false, and no failure, where it could not be. */
    Mono<Boolean> enter(TherapistId therapist, ZonedDateTime from, ZonedDateTime until, String token);
}
