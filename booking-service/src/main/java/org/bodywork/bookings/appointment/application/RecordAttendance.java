package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Attendance;
import org.bodywork.bookings.appointment.domain.VisitOutcome;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Records whether the client came, and how the visit ended. */
public final class RecordAttendance {

    private final StaffAppointments appointments;
    private final PrivateTexts texts;
    private final BusinessClock clock;

    public RecordAttendance(StaffAppointments appointments, PrivateTexts texts, BusinessClock clock) {
        this.appointments = appointments;
        this.texts = texts;
        this.clock = clock;
    }

    public Mono<Appointment> checkIn(AppointmentId id, Colleague colleague) {
        return appointments.change(
                id, colleague, visit -> new Attendance(visit).checkIn(colleague.actor(), clock.now()));
    }

    public Mono<Appointment> complete(AppointmentId id, Colleague colleague, VisitOutcome outcome) {
        return appointments
                .byId(id, colleague)
                .flatMap(visit -> texts.sealOutcome(visit, outcome))
                .flatMap(noted -> appointments.change(
                        id, colleague, visit -> new Attendance(visit).complete(colleague.actor(), noted, clock.now())));
    }

    public Mono<Appointment> noShow(AppointmentId id, Colleague colleague) {
        return appointments.change(
                id, colleague, visit -> new Attendance(visit).markNoShow(colleague.actor(), clock.now()));
    }
}
