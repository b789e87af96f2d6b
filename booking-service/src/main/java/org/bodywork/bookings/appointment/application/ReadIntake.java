package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.IntakeReading;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/**
 * Lets the treating therapist read what a client has answered: before this visit, or before an earlier one to the same
 * practice when it was not asked again. Each reading is noted before anything is shown.
 */
public final class ReadIntake {

    private final StaffAppointments staff;
    private final Appointments appointments;
    private final ClientRecords clients;
    private final PrivateTexts texts;
    private final BusinessClock clock;

    public ReadIntake(
            StaffAppointments staff,
            Appointments appointments,
            ClientRecords clients,
            PrivateTexts texts,
            BusinessClock clock) {
        this.staff = staff;
        this.appointments = appointments;
        this.clients = clients;
        this.texts = texts;
        this.clock = clock;
    }

    /** Empty when nothing has been answered, or it cannot be read any more. */
    public Mono<Answered> read(AppointmentId id, Colleague.Therapist therapist) {
        return staff.byId(id, therapist)
                .map(therapist::seen)
                .flatMap(visit -> answersFor(visit)
                        .flatMap(answers -> note(visit, therapist).then(open(visit, answers))));
    }

    private Mono<Sealed> answersFor(Appointment visit) {
        AppointmentState state = visit.state();
        return Mono.justOrEmpty(Optional.ofNullable(state.intake()))
                .map(own -> new Sealed(visit.state().papers(), own.form(), own.at(), own.answers()))
                .switchIfEmpty(Mono.defer(() -> earlierAnswers(state)));
    }

    /** Those of a client who need not answer again; whoever must is somebody else until then. */
    private Mono<Sealed> earlierAnswers(AppointmentState state) {
        if (state.intakeNeeded()) {
            return Mono.empty();
        }
        return clients.historyOf(state.marks().ref())
                .flatMap(history -> Mono.justOrEmpty(
                        history.intakeOf(state.marks().key(), state.visit().practice())))
                .map(known -> new Sealed(known.visit(), known.form(), known.at(), known.answers()));
    }

    private Mono<Void> note(Appointment visit, Colleague.Therapist therapist) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        return appointments.noteReading(visit.id(), new IntakeReading(now, therapist.accountId()));
    }

    private Mono<Answered> open(Appointment visit, Sealed answers) {
        return Mono.defer(() -> texts.openAnswers(visit.state().marks(), answers.visit(), answers.text()))
                .map(json -> new Answered(answers.form(), answers.at(), json));
    }

    /** Whoever manages a practice knows of its visits, and still may not read: only the treating therapist may. */
    public Mono<Colleague.Therapist> refuse(AppointmentId id, Colleague other) {
        return Mono.defer(() -> staff.byId(id, other)).flatMap(_ -> Mono.error(new Refusal.NotYours()));
    }

    /**
     * What a client has answered.
     *
     * @param answers JSON
     */
    public record Answered(String form, Instant at, String answers) {

        /** Shows nothing of anybody's health. */
        @Override
        public String toString() {
            return "answers";
        }
    }

    private record Sealed(String visit, String form, Instant at, SealedText text) {}
}
