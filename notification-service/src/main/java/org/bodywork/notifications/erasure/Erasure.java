package org.bodywork.notifications.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.erasure.ErasureRequested.VisitState;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A request to forget a person, as stored.
 *
 * @param id subject and sequence, so that each request is kept once
 * @param visits whose client it is; absent once they are forgotten
 * @param due when it is to be looked at; absent once nothing is left to do
 */
record Erasure(
        @Id String id,
        String subject,
        long sequence,
        Instant requestedAt,
        @Nullable List<VisitState> visits,
        @Nullable Instant completedAt,
        @Nullable Instant due,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "erasures";

    /** For so long what is still to be told to the person may wait for a provider. */
    private static final Duration NOTICES_WAIT = Duration.ofHours(24);

    static Erasure of(ErasureRequested asked, Instant now) {
        return new Erasure(
                asked.id() + "|" + asked.sequence(),
                asked.id(),
                asked.sequence(),
                asked.requestedAt(),
                asked.visits(),
                null,
                now,
                null,
                null);
    }

    boolean waitsForNothing(Instant now) {
        return !now.isBefore(requestedAt.plus(NOTICES_WAIT));
    }

    ErasureCompleted completed(Instant at) {
        return new ErasureCompleted(subject, sequence, ErasureCompleted.SERVICE, at);
    }
}
