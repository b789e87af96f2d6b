package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import reactor.core.publisher.Mono;

/** What a feature does once a visit took place. Declared as a bean. */
@FunctionalInterface
public interface AfterVisit {

    /** It happens for each completed visit, soon after it is completed, and may happen twice. */
    Mono<Void> tookPlace(Appointment visit);
}
