package org.bodywork.bookings.nextopening;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.opening.domain.NextOpenings.NextOpening;
import org.bodywork.platform.events.Event;

/** A therapist's next openings as other services hear of them. */
record OpeningsChanged(String therapistId, long sequence, List<NextStart> openings) {

    static final String TYPE = "org.bodywork.openings.changed.v1";
    static final String TOPIC = "openings";

    Event event(Instant at) {
        return Event.of(TOPIC, therapistId, TYPE, therapistId, sequence, at, this);
    }

    /** A treatment's first start. */
    record NextStart(String treatmentId, Instant start) {

        static NextStart of(NextOpening opening) {
            return new NextStart(opening.treatment().toString(), opening.start());
        }
    }
}
