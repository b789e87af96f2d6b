package org.bodywork.bookings.diary;

import java.util.Collection;
import java.util.Set;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import reactor.core.publisher.Mono;

/** Clients whom mail does not reach. */
public interface Bounces {

    /** Those of the visits whose newest mail came back, and whose client was not corrected since. */
    Mono<Set<AppointmentId>> among(Collection<Appointment> visits);
}
