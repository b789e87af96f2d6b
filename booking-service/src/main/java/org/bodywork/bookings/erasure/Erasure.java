package org.bodywork.bookings.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A client who is to be forgotten, as stored. All times are business time.
 *
 * @param id the keyed hash that the client's visits carry as {@code clientRef}
 * @param sequence rises when the same client is forgotten once more
 * @param requestedBy the account of the member of staff; {@code client} when it was the client
 * @param visits what the other services were told of; absent before and afterwards
 * @param completed which services have done their part
 * @param due when it is to be looked at
 */
record Erasure(
        @Id String id,
        long sequence,
        State state,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant announcedAt,
        @Nullable List<ForgottenVisit> visits,
        @Nullable Set<String> completed,
        @Nullable Instant completedAt,
        @Nullable Instant due,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "erasures";

    static final String OURS = "booking-service";
    static final String NOTICES = "notification-service";

    /** For so long what is still to be told to the client may wait for a provider. */
    private static final Duration NOTICES_WAIT = Duration.ofHours(24);

    /** Each goes on from where it is found, whatever died before. */
    enum State {
        /** What the client still has to come is being cancelled, and told. */
        CANCELLING,
        /** The other services know, and the client may still have to be told of what was cancelled. */
        ANNOUNCED,
        DONE
    }

    boolean hasToldTheClient(Instant now) {
        return (completed != null && completed.contains(NOTICES))
                || (announcedAt != null && !now.isBefore(announcedAt.plus(NOTICES_WAIT)));
    }

    Instant waitsUntil() {
        return (announcedAt == null ? requestedAt : announcedAt).plus(NOTICES_WAIT);
    }

    ErasureEvents.Requested requested(List<ForgottenVisit> theirs) {
        return new ErasureEvents.Requested(id, sequence, requestedAt, theirs);
    }

    ErasureEvents.Completed completedAt(Instant at) {
        return new ErasureEvents.Completed(id, sequence, OURS, at);
    }

    /**
     * One of the client's visits.
     *
     * @param sequence what was told of it last
     * @param reviewTokenHash by which a review of it is found
     */
    record ForgottenVisit(String id, long sequence, String reviewTokenHash) {}
}
