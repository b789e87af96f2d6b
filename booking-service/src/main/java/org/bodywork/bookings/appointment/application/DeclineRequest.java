package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Turns a request down and frees its time. */
public final class DeclineRequest {

    private final StaffAppointments appointments;
    private final BusinessClock clock;

    public DeclineRequest(StaffAppointments appointments, BusinessClock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    public Mono<Appointment> decline(AppointmentId id, Colleague colleague, @Nullable String reason) {
        return appointments.change(
                id, colleague, appointment -> appointment.decline(colleague.actor(), reason, clock.now()));
    }
}
