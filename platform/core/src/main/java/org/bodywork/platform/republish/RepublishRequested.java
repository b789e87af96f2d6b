package org.bodywork.platform.republish;

import java.time.Instant;
import java.util.List;
import org.bodywork.platform.events.Event;

/**
 * A consumer asks for states again.
 *
 * @param topic where they are to be sent again
 * @param ids of the aggregates; empty means all that are open
 * @param consumer the service that asks
 */
public record RepublishRequested(String topic, List<String> ids, String consumer) {

    public static final String TOPIC = "republish";
    public static final String TYPE = "org.bodywork.republish.requested.v1";

    public Event event(Instant at) {
        return Event.of(TOPIC, topic, TYPE, topic, 0, at, this);
    }
}
