package org.bodywork.therapists.erasure;

import java.time.Instant;
import java.util.List;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * That a person was forgotten, as stored.
 *
 * @param id subject and sequence, so that each request is answered once
 */
record ErasureDocument(
        @Id String id,
        String subject,
        long sequence,
        Instant completedAt,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "erasures";

    ErasureCompleted completed() {
        return new ErasureCompleted(subject, sequence, ErasureCompleted.SERVICE, completedAt);
    }
}
