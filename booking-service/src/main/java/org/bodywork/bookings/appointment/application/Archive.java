package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Appointments of long ago: there to be read, and never changed. One may for a moment be among the others too. */
public interface Archive {

    Mono<Appointment> byId(AppointmentId id);

    /** As {@link Appointments#list}. */
    Flux<Appointment> list(StaffQuery query);
}
