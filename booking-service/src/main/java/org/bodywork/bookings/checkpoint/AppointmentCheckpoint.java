package org.bodywork.bookings.checkpoint;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.application.VisitSequences.VisitSequence;
import org.bodywork.platform.events.Event;

/**
 * Some of the visits there are, and how far each has come.
 *
 * @param at when it was begun, the same in all parts
 * @param scope the wire name of what it covers
 */
record AppointmentCheckpoint(Instant at, long part, long parts, String scope, List<VisitSequence> visits) {

    static final String TOPIC = "appointments";
    static final String TYPE = "org.bodywork.appointment.checkpoint.v1";

    /** So that the parts keep their order. */
    static final String KEY = "checkpoint";

    static final int MOST = 500;

    Event event() {
        return Event.of(TOPIC, KEY, TYPE, KEY, 0, at, this);
    }
}
