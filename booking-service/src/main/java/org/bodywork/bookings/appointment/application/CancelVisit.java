package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Cancels a confirmed visit for the therapist and frees its time. */
public final class CancelVisit {

    private final StaffAppointments appointments;
    private final BusinessClock clock;

    public CancelVisit(StaffAppointments appointments, BusinessClock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    public Mono<Appointment> cancel(AppointmentId id, Colleague colleague, @Nullable String reason) {
        return appointments.change(
                id, colleague, appointment -> appointment.cancelByStaff(colleague.actor(), reason, clock.now()));
    }
}
