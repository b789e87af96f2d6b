package org.bodywork.notifications.erasure;

import java.time.Instant;
import java.util.List;

/** A person is to be forgotten, as booking-service tells it, reduced to what concerns us. */
record ErasureRequested(String id, long sequence, Instant requestedAt, List<VisitState> visits) {

    static final String TOPIC = "erasures";
    static final String TYPE = "org.bodywork.erasure.requested.v1";

    /**
     * A visit of the person.
     *
     * @param sequence what was told of it last
     */
    record VisitState(String id, long sequence) {}
}
