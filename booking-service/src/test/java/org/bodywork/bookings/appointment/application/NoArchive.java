package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Nothing is long ago. */
public final class NoArchive implements Archive {

    @Override
    public Mono<Appointment> byId(AppointmentId id) {
        return Mono.empty();
    }

    @Override
    public Flux<Appointment> list(StaffQuery query) {
        return Flux.empty();
    }
}
