package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.VisitOutcome;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Records whether the client came, and how the visit ended. */
public final class RecordAttendance {

    private final StaffAppointments appointments;
    private final BusinessClock clock;

    public RecordAttendance(StaffAppointments appointments, BusinessClock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    public Mono<Appointment> checkIn(AppointmentId id, Colleague colleague) {
        return appointments.change(id, colleague, visit -> visit.checkIn(colleague.actor(), clock.now()));
    }

    public Mono<Appointment> complete(AppointmentId id, Colleague colleague, VisitOutcome outcome) {
        return appointments.change(id, colleague, visit -> visit.complete(colleague.actor(), outcome, clock.now()));
    }

    public Mono<Appointment> noShow(AppointmentId id, Colleague colleague) {
        return appointments.change(id, colleague, visit -> visit.markNoShow(colleague.actor(), clock.now()));
    }
}
