package org.bodywork.bookings.client.adapter.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.client.application.ClientKey;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.client.domain.ClientHistory.Visits;
import org.bodywork.bookings.client.domain.KnownIntake;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A client as stored.
 *
 * @param id the keyed hash that visits carry as {@code clientRef}
 * @param keyId names the client's own key; absent, like the key, until something is sealed with it
 * @param wrappedKey the key itself, sealed with the record key
 * @param visits those that took place, by practice and then therapist
 * @param intakes the newest answers, by practice and then person
 */
record ClientDocument(
        @Id String id,
        @Nullable String keyId,
        @Nullable String wrappedKey,
        @Nullable Map<String, Map<String, VisitsDocument>> visits,
        @Nullable Map<String, Map<String, IntakeDocument>> intakes) {

    static final String COLLECTION = "clients";

    @Nullable ClientKey key() {
        return keyId == null || wrappedKey == null ? null : new ClientKey(keyId, new SealedText(wrappedKey));
    }

    ClientHistory history() {
        return new ClientHistory(
                flat(visits, (practice, therapist, stored) -> stored.visits(practice, therapist)),
                flat(intakes, (practice, person, stored) -> stored.intake(practice, person)));
    }

    private static <S, T> List<T> flat(@Nullable Map<String, Map<String, S>> stored, Shape<S, T> shape) {
        return stored == null
                ? List.of()
                : stored.entrySet().stream()
                        .flatMap(outer -> outer.getValue().entrySet().stream()
                                .map(inner -> shape.of(outer.getKey(), inner.getKey(), inner.getValue())))
                        .toList();
    }

    private interface Shape<S, T> {

        T of(String practice, String other, S stored);
    }

    /** Answers, sealed for the appointment that is named. */
    record IntakeDocument(String visit, String form, Instant at, String answers) {

        static IntakeDocument of(KnownIntake intake) {
            return new IntakeDocument(
                    intake.visit(), intake.form(), intake.at(), intake.answers().value());
        }

        KnownIntake intake(String practice, String person) {
            return new KnownIntake(PracticeId.of(practice), person, visit, form, at, new SealedText(answers));
        }
    }

    /**
     * Visits to one therapist at one practice.
     *
     * @param counted the ids of the last ones, so that none is counted twice
     */
    record VisitsDocument(Instant first, Instant last, int count, List<String> counted) {

        Visits visits(String practice, String therapist) {
            return new Visits(PracticeId.of(practice), TherapistId.of(therapist), first, last, count);
        }
    }
}
