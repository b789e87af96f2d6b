package org.bodywork.bookings.appointment.application;

import java.time.temporal.ChronoUnit;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Corrections;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps what staff note on a visit for each other; that it was changed is in the audit, what it says is not. */
public final class NoteForStaff {

    private final StaffAppointments staff;
    private final Appointments appointments;
    private final PrivateTexts texts;
    private final BusinessClock clock;

    public NoteForStaff(StaffAppointments staff, Appointments appointments, PrivateTexts texts, BusinessClock clock) {
        this.staff = staff;
        this.appointments = appointments;
        this.texts = texts;
        this.clock = clock;
    }

    public Mono<Appointment> note(AppointmentId id, long seenVersion, @Nullable String text, Colleague colleague) {
        return staff.toChange(id, colleague)
                .doOnNext(visit -> new Corrections(visit).requireVersion(seenVersion))
                .flatMap(visit -> texts.sealStaffNote(colleague.seen(visit), text)
                        .map(closed -> new Corrections(visit)
                                .note(
                                        closed.orElse(null),
                                        colleague.writesOfCompanion(visit),
                                        colleague.actor(),
                                        clock.now().truncatedTo(ChronoUnit.MILLIS))))
                .flatMap(appointments::apply)
                .onErrorMap(ChangedMeanwhile.class, _ -> new Refusal.ChangedSince());
    }
}
