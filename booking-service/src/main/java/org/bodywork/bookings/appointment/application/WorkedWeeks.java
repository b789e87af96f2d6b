package org.bodywork.bookings.appointment.application;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import reactor.core.publisher.Mono;

/** How much therapists have to do. */
public interface WorkedWeeks {

    /** The length of all visits that begin within the span; who has none may be left out. */
    Mono<Map<TherapistId, Duration>> booked(Collection<TherapistId> therapists, TimeSpan span);
}
