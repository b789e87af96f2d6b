package org.bodywork.bookings.appointment.application;

import java.util.Optional;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Attendance;
import org.bodywork.bookings.appointment.domain.ProcedureCode;
import org.bodywork.bookings.appointment.domain.SealedOutcome;
import org.bodywork.bookings.appointment.domain.VisitOutcome;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Records whether the client came, and how the visit ended. */
public final class RecordAttendance {

    private final StaffAppointments appointments;
    private final PrivateTexts texts;
    private final Letterheads letterheads;
    private final BusinessClock clock;

    public RecordAttendance(
            StaffAppointments appointments, PrivateTexts texts, Letterheads letterheads, BusinessClock clock) {
        this.appointments = appointments;
        this.texts = texts;
        this.letterheads = letterheads;
        this.clock = clock;
    }

    public Mono<Appointment> checkIn(AppointmentId id, Colleague colleague) {
        return appointments.change(
                id, colleague, visit -> new Attendance(visit).checkIn(colleague.actor(), clock.now()));
    }

    public Mono<Appointment> complete(AppointmentId id, Colleague colleague, VisitOutcome outcome) {
        return appointments
                .byId(id, colleague)
                .flatMap(visit -> texts.sealOutcome(colleague.seen(visit), outcome)
                        .zipWith(letterheads.of(colleague.seen(visit).state().visit()), SealedOutcome::under))
                .flatMap(noted -> appointments.change(
                        id,
                        colleague,
                        visit -> new Attendance(visit)
                                .complete(colleague.actor(), noted, colleague.writesOfCompanion(visit), clock.now())));
    }

    /** What an insurer is told was done, where it was not chosen at the end or was chosen wrongly. */
    public Mono<Appointment> code(AppointmentId id, Colleague colleague, ProcedureCode procedure) {
        return appointments
                .byId(id, colleague)
                .flatMap(visit -> texts.sealProcedure(colleague.seen(visit), procedure))
                .flatMap(chosen -> appointments.change(
                        id,
                        colleague,
                        visit -> Optional.of(new Attendance(visit)
                                .code(chosen, colleague.writesOfCompanion(visit), colleague.actor(), clock.now()))));
    }

    public Mono<Appointment> noShow(AppointmentId id, Colleague colleague) {
        return appointments.change(
                id, colleague, visit -> new Attendance(visit).markNoShow(colleague.actor(), clock.now()));
    }
}
