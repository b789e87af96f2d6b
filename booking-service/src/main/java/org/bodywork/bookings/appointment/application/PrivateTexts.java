package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Intake;
import org.bodywork.bookings.appointment.domain.ProcedureCode;
import org.bodywork.bookings.appointment.domain.SealedOutcome;
import org.bodywork.bookings.appointment.domain.SealedTexts;
import org.bodywork.bookings.appointment.domain.VisitOutcome;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.application.TextCipher;
import org.bodywork.bookings.client.application.TextOpener;
import org.bodywork.bookings.client.domain.SealedText;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What is written about a client on a visit: sealed with the client's own key before it is stored, opened only to be
 * shown. In between, nothing in this service can read it.
 */
public final class PrivateTexts {

    private static final String NOTE = "note";
    private static final String STAFF_NOTE = "staffNote";
    private static final String INTAKE = "intake";
    private static final String PAIN_SCORE = "outcome.painScore";
    private static final String NOTES = "outcome.notes";
    private static final String PROCEDURE = "outcome.procedure";

    private final ClientRecords clients;

    public PrivateTexts(ClientRecords clients) {
        this.clients = clients;
    }

    /** A client who writes nothing needs no key: booking stays one write. */
    Mono<Written> seal(
            String papers, ClientMarks marks, @Nullable String note, @Nullable GivenIntake intake, Instant now) {
        return note == null && intake == null
                ? Mono.just(Written.NOTHING)
                : clients.keyOf(marks.ref())
                        .map(key -> new Written(
                                note == null ? null : key.seal(papers, NOTE, note),
                                intake == null ? null : sealed(papers, intake, key, now)));
    }

    Mono<Intake> seal(Appointment visit, GivenIntake intake, Instant now) {
        return clients.keyOf(visit.state().marks().ref())
                .map(key -> sealed(visit.state().papers(), intake, key, now));
    }

    /** The answers as JSON; empty when the client's key is gone. */
    Mono<String> openAnswers(ClientMarks marks, String visit, SealedText answers) {
        return clients.openerOf(marks.ref()).flatMap(opener -> Mono.justOrEmpty(opener.open(visit, INTAKE, answers)));
    }

    /** Nothing where there is no text. */
    Mono<Optional<SealedText>> sealStaffNote(Appointment visit, @Nullable String text) {
        return text == null
                ? Mono.just(Optional.empty())
                : clients.keyOf(visit.state().marks().ref())
                        .map(key -> Optional.of(key.seal(visit.state().papers(), STAFF_NOTE, text)));
    }

    /** Where the visit turns out to be another client's, what is written on it becomes theirs. */
    Mono<SealedTexts> sealedFor(Appointment visit, ClientMarks marks) {
        SealedText note = visit.state().note();
        SealedText staffNote = visit.state().staffNote();
        Intake intake = visit.state().intake();
        if (visit.state().marks().ref().equals(marks.ref()) || (note == null && staffNote == null && intake == null)) {
            return Mono.just(new SealedTexts(note, staffNote, intake));
        }
        String id = visit.state().papers();
        return clients.openerOf(visit.state().marks().ref()).zipWith(clients.keyOf(marks.ref()), (opener, key) -> {
            Reading reading = new Reading(id, opener);
            return new SealedTexts(
                    sealed(id, NOTE, reading.of(NOTE, note), key),
                    sealed(id, STAFF_NOTE, reading.of(STAFF_NOTE, staffNote), key),
                    intake == null ? null : resealed(id, intake, reading, key));
        });
    }

    private static @Nullable Intake resealed(String id, Intake intake, Reading reading, TextCipher key) {
        SealedText answers = sealed(id, INTAKE, reading.of(INTAKE, intake.answers()), key);
        return answers == null ? null : new Intake(intake.form(), intake.at(), answers);
    }

    private static @Nullable SealedText sealed(String id, String field, @Nullable String text, TextCipher key) {
        return text == null ? null : key.seal(id, field, text);
    }

    Mono<SealedOutcome> sealOutcome(Appointment visit, VisitOutcome outcome) {
        return outcome.painScore() == null && outcome.notes() == null && outcome.procedure() == null
                ? Mono.just(new SealedOutcome(null, null))
                : clients.keyOf(visit.state().marks().ref())
                        .map(key -> sealed(visit.state().papers(), outcome, key));
    }

    Mono<SealedText> sealProcedure(Appointment visit, ProcedureCode procedure) {
        return clients.keyOf(visit.state().marks().ref())
                .map(key -> key.seal(visit.state().papers(), PROCEDURE, procedure.code()));
    }

    /** What can still be read of it. */
    public Mono<Opened> open(Appointment visit) {
        SealedText note = visit.state().note();
        SealedText staffNote = visit.state().staffNote();
        SealedOutcome outcome = visit.state().outcome();
        if (note == null && staffNote == null && (outcome == null || isNothing(outcome))) {
            return Mono.just(Opened.NOTHING);
        }
        return clients.openerOf(visit.state().marks().ref())
                .map(opener -> opened(new Reading(visit.state().papers(), opener), note, staffNote, outcome));
    }

    private static boolean isNothing(SealedOutcome outcome) {
        return outcome.painScore() == null && outcome.notes() == null && outcome.procedure() == null;
    }

    /** The same of several visits of one client, in their order, with one look at the client's key. */
    Mono<List<Opened>> openAll(ClientMarks client, List<Appointment> visits) {
        return clients.openerOf(client.ref())
                .map(opener -> visits.stream()
                        .map(visit -> opened(
                                new Reading(visit.state().papers(), opener),
                                visit.state().note(),
                                visit.state().staffNote(),
                                visit.state().outcome()))
                        .toList());
    }

    private static Intake sealed(String papers, GivenIntake intake, TextCipher key, Instant now) {
        return new Intake(intake.form(), now, key.seal(papers, INTAKE, intake.answers()));
    }

    private static SealedOutcome sealed(String papers, VisitOutcome outcome, TextCipher key) {
        Integer score = outcome.painScore();
        String notes = outcome.notes();
        ProcedureCode procedure = outcome.procedure();
        return new SealedOutcome(
                // Always two digits: not even the length of what is stored tells the worst pain from the rest.
                score == null ? null : key.seal(papers, PAIN_SCORE, "%02d".formatted(score)),
                notes == null ? null : key.seal(papers, NOTES, notes),
                procedure == null ? null : key.seal(papers, PROCEDURE, procedure.code()),
                null);
    }

    private static Opened opened(
            Reading reading,
            @Nullable SealedText note,
            @Nullable SealedText staffNote,
            @Nullable SealedOutcome outcome) {
        String score = outcome == null ? null : reading.of(PAIN_SCORE, outcome.painScore());
        String notes = outcome == null ? null : reading.of(NOTES, outcome.notes());
        String procedure = outcome == null ? null : reading.of(PROCEDURE, outcome.procedure());
        return new Opened(
                reading.of(NOTE, note),
                reading.of(STAFF_NOTE, staffNote),
                new VisitOutcome(
                        score == null ? null : Integer.valueOf(score),
                        notes,
                        procedure == null ? null : ProcedureCode.of(procedure).orElse(null)));
    }

    private record Reading(String document, TextOpener opener) {

        @Nullable String of(String field, @Nullable SealedText sealed) {
            return Optional.ofNullable(sealed)
                    .flatMap(text -> opener.open(document, field, text))
                    .orElse(null);
        }
    }

    /** What a client wrote when booking, ready to be stored. */
    record Written(@Nullable SealedText note, @Nullable Intake intake) {

        static final Written NOTHING = new Written(null, null);
    }

    /** What was written, as far as it is there and its key too. */
    public record Opened(@Nullable String note, @Nullable String staffNote, VisitOutcome outcome) {

        static final Opened NOTHING = new Opened(null, null, new VisitOutcome(null, null));

        /** Shows nothing of anybody's health. */
        @Override
        public String toString() {
            return "opened texts";
        }
    }
}
