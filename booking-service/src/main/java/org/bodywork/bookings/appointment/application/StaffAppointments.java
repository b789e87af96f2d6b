package org.bodywork.bookings.appointment.application;

import java.util.Optional;
import java.util.function.Function;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The appointments a member of staff may work on; all others do not exist for them. */
public final class StaffAppointments {

    private final Appointments appointments;
    private final ChangeAppointment changes;

    public StaffAppointments(Appointments appointments) {
        this.appointments = appointments;
        this.changes = new ChangeAppointment(appointments);
    }

    public Flux<Appointment> list(StaffQuery query) {
        return appointments.list(query);
    }

    public Mono<Appointment> byId(AppointmentId id, Colleague asking) {
        return appointments
                .byId(id)
                .filter(asking::mayWorkOn)
                .switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new));
    }

    Mono<Appointment> change(AppointmentId id, Colleague asking, Function<Appointment, Optional<Change>> decide) {
        return changes.change(byId(id, asking), decide);
    }
}
