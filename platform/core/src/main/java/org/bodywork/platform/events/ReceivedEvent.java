package org.bodywork.platform.events;

import java.time.Instant;

/**
 * A fact as it arrived, its JSON already held against the schema of its type.
 *
 * @param time when it became true, in business time
 */
public record ReceivedEvent(String topic, String key, String type, String aggregateId, Instant time, String json) {

    /** Reads the state leniently: fields this consumer does not know are ignored. */
    public <T> T as(Class<T> shape) {
        return EventJson.read(json, shape);
    }
}
