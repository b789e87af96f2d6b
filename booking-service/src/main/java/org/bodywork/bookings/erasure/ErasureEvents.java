package org.bodywork.bookings.erasure;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.erasure.Erasure.ForgottenVisit;
import org.bodywork.platform.events.Event;

/** What services tell each other when a person is to be forgotten. */
final class ErasureEvents {

    static final String TOPIC = "erasures";

    private ErasureEvents() {}

    /** To all: drop what you know, and say so. */
    record Requested(String id, long sequence, Instant requestedAt, List<ForgottenVisit> visits) {

        static final String TYPE = "org.bodywork.erasure.requested.v1";

        Event event(Instant at) {
            return Event.of(TOPIC, id, TYPE, id, sequence, at, this);
        }
    }

    /** One service has. */
    record Completed(String id, long sequence, String service, Instant at) {

        static final String TYPE = "org.bodywork.erasure.completed.v1";

        Event event() {
            return Event.of(TOPIC, id, TYPE, id, sequence, at, this);
        }
    }
}
