package org.bodywork.bookings.opening.application;

import java.time.Instant;
import org.bodywork.bookings.opening.domain.OutsideTimes;
import org.bodywork.bookings.opening.domain.TherapistId;
import reactor.core.publisher.Mono;

/** When therapists are busy by calendars of their own; a rule of theirs like their hours. */
public interface BusyElsewhere {

    /**
     * Takes them over and tells whoever shows openings; does nothing when they are so already, or when newer ones are.
     *
     * @param version of where they come from; it never falls
     */
    Mono<Void> replace(TherapistId therapist, long version, OutsideTimes times, Instant at);
}
