package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Confirms a request; its time was held all along. */
public final class AcceptRequest {

    private final StaffAppointments appointments;
    private final BusinessClock clock;

    public AcceptRequest(StaffAppointments appointments, BusinessClock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    public Mono<Appointment> accept(AppointmentId id, Colleague colleague) {
        return appointments.change(
                id,
                colleague,
                appointment -> appointment.accept(colleague.actor(), colleague.answersFor(appointment), clock.now()));
    }
}
