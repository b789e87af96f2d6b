package org.bodywork.therapists.search.adapter.kafka;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bodywork.therapists.search.application.NextOpenings;

/** What search reads of a therapist's next openings as booking-service tells them. */
record OpeningsChanged(String therapistId, long sequence, List<Opening> openings) {

    static final String TYPE = "org.bodywork.openings.changed.v1";
    static final String TOPIC = "openings";

    record Opening(Instant start) {}

    /** Of any treatment. One that has passed while this lay on the topic says nothing while there is another. */
    NextOpenings.Told told(Instant now) {
        Instant first = openings.stream()
                .map(Opening::start)
                .min(Comparator.comparing((Instant start) -> !start.isAfter(now))
                        .thenComparing(start -> start))
                .orElse(null);
        return new NextOpenings.Told(UUID.fromString(therapistId), sequence, first);
    }
}
