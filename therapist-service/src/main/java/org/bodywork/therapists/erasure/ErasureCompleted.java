package org.bodywork.therapists.erasure;

import java.time.Instant;
import org.bodywork.platform.events.Event;

/** This service knows nothing of the person any more. */
record ErasureCompleted(String id, long sequence, String service, Instant at) {

    static final String TYPE = "org.bodywork.erasure.completed.v1";
    static final String SERVICE = "therapist-service";

    Event event() {
        return Event.of(ErasureRequested.TOPIC, id, TYPE, id, sequence, at, this);
    }
}
