package org.bodywork.therapists.erasure;

import java.time.Instant;
import java.util.List;

/** A person is to be forgotten, as booking-service tells it, reduced to what concerns us. */
record ErasureRequested(String id, long sequence, List<VisitState> visits) {

    static final String TOPIC = "erasures";
    static final String TYPE = "org.bodywork.erasure.requested.v1";

    /** A visit of the person, and what a review of it would be found by. */
    record VisitState(String id, String reviewTokenHash) {}

    ErasureCompleted completed(Instant at) {
        return new ErasureCompleted(id, sequence, ErasureCompleted.SERVICE, at);
    }
}
