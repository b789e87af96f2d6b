package org.bodywork.bookings.appointment.application;

import java.util.Optional;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ClientMarks;
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
    private static final String PAIN_SCORE = "outcome.painScore";
    private static final String NOTES = "outcome.notes";

    private final ClientRecords clients;

    public PrivateTexts(ClientRecords clients) {
        this.clients = clients;
    }

    /** A client who writes nothing needs no key: booking stays one write. */
    Mono<Optional<SealedText>> sealNote(AppointmentId id, ClientMarks marks, @Nullable String note) {
        return note == null
                ? Mono.just(Optional.empty())
                : clients.keyOf(marks.ref()).map(key -> Optional.of(key.seal(id.toString(), NOTE, note)));
    }

    /** Nothing where there is no text. */
    Mono<Optional<SealedText>> sealStaffNote(Appointment visit, @Nullable String text) {
        return text == null
                ? Mono.just(Optional.empty())
                : clients.keyOf(visit.state().marks().ref())
                        .map(key -> Optional.of(key.seal(visit.id().toString(), STAFF_NOTE, text)));
    }

    /** Where the visit turns out to be another client's, what is written on it becomes theirs. */
    Mono<SealedTexts> sealedFor(Appointment visit, ClientMarks marks) {
        SealedText note = visit.state().note();
        SealedText staffNote = visit.state().staffNote();
        if (visit.state().marks().ref().equals(marks.ref()) || (note == null && staffNote == null)) {
            return Mono.just(new SealedTexts(note, staffNote));
        }
        String id = visit.id().toString();
        return open(visit)
                .zipWith(
                        clients.keyOf(marks.ref()),
                        (opened, key) -> new SealedTexts(
                                sealed(id, NOTE, opened.note(), key), sealed(id, STAFF_NOTE, opened.staffNote(), key)));
    }

    private static @Nullable SealedText sealed(String id, String field, @Nullable String text, TextCipher key) {
        return text == null ? null : key.seal(id, field, text);
    }

    Mono<SealedOutcome> sealOutcome(Appointment visit, VisitOutcome outcome) {
        return outcome.painScore() == null && outcome.notes() == null
                ? Mono.just(new SealedOutcome(null, null))
                : clients.keyOf(visit.state().marks().ref()).map(key -> sealed(visit.id(), outcome, key));
    }

    /** What can still be read of it. */
    public Mono<Opened> open(Appointment visit) {
        SealedText note = visit.state().note();
        SealedText staffNote = visit.state().staffNote();
        SealedOutcome outcome = visit.state().outcome();
        if (note == null
                && staffNote == null
                && (outcome == null || (outcome.painScore() == null && outcome.notes() == null))) {
            return Mono.just(Opened.NOTHING);
        }
        return clients.openerOf(visit.state().marks().ref())
                .map(opener ->
                        opened(new Reading(visit.id().toString(), opener), new SealedTexts(note, staffNote), outcome));
    }

    private static SealedOutcome sealed(AppointmentId id, VisitOutcome outcome, TextCipher key) {
        Integer score = outcome.painScore();
        String notes = outcome.notes();
        return new SealedOutcome(
                // Always two digits: not even the length of what is stored tells the worst pain from the rest.
                score == null ? null : key.seal(id.toString(), PAIN_SCORE, "%02d".formatted(score)),
                notes == null ? null : key.seal(id.toString(), NOTES, notes));
    }

    private static Opened opened(Reading reading, SealedTexts texts, @Nullable SealedOutcome outcome) {
        String score = outcome == null ? null : reading.of(PAIN_SCORE, outcome.painScore());
        String notes = outcome == null ? null : reading.of(NOTES, outcome.notes());
        return new Opened(
                reading.of(NOTE, texts.note()),
                reading.of(STAFF_NOTE, texts.staffNote()),
                new VisitOutcome(score == null ? null : Integer.valueOf(score), notes));
    }

    private record Reading(String document, TextOpener opener) {

        @Nullable String of(String field, @Nullable SealedText sealed) {
            return Optional.ofNullable(sealed)
                    .flatMap(text -> opener.open(document, field, text))
                    .orElse(null);
        }
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
