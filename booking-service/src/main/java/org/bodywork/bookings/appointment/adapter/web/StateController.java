package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.Archive;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The newest state, for the last look before a message goes out; reachable by other services only. */
@RestController
@Hidden
class StateController {

    private final Appointments appointments;
    private final Archive archive;

    StateController(Appointments appointments, Archive archive) {
        this.appointments = appointments;
        this.archive = archive;
    }

    @GetMapping("/internal/appointments/{id}/state")
    Mono<StateView> state(@PathVariable String id) {
        return Mono.justOrEmpty(PathIds.appointment(id))
                .flatMap(known -> appointments.byId(known).switchIfEmpty(archive.byId(known)))
                .map(appointment -> StateView.of(appointment.state()))
                .switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new));
    }

    record StateView(String id, long sequence, Status status, Instant start, int timeRevision) {

        static StateView of(AppointmentState state) {
            return new StateView(
                    state.id().toString(),
                    state.sequence(),
                    state.status(),
                    state.visit().start(),
                    state.visit().timeRevision());
        }
    }
}
