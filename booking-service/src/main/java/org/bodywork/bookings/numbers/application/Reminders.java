package org.bodywork.bookings.numbers.application;

import java.util.Collection;
import java.util.Map;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.numbers.domain.Reminded;
import reactor.core.publisher.Mono;

/** What became of reminders, as far as it is known. */
public interface Reminders {

    /** By visit; one of whose reminders nothing is known is left out. */
    Mono<Map<AppointmentId, Reminded>> of(Collection<AppointmentId> visits);
}
