package org.bodywork.bookings.client.adapter.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.client.application.ClientKey;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.client.domain.ClientHistory.Visits;
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
 */
record ClientDocument(
        @Id String id,
        @Nullable String keyId,
        @Nullable String wrappedKey,
        @Nullable Map<String, Map<String, VisitsDocument>> visits) {

    static final String COLLECTION = "clients";

    @Nullable ClientKey key() {
        return keyId == null || wrappedKey == null ? null : new ClientKey(keyId, new SealedText(wrappedKey));
    }

    ClientHistory history() {
        if (visits == null) {
            return ClientHistory.NONE;
        }
        return new ClientHistory(visits.entrySet().stream()
                .flatMap(practice -> practice.getValue().entrySet().stream()
                        .map(therapist -> therapist.getValue().visits(practice.getKey(), therapist.getKey())))
                .toList());
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
