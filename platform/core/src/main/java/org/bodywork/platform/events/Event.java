package org.bodywork.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact to be published.
 *
 * @param topic where it goes
 * @param key the record's key; facts with one key keep their order
 * @param type the CloudEvents type, such as {@code org.bodywork.thing.changed.v1}
 * @param aggregateId what it is about
 * @param sequence rises with every fact about that aggregate, from 1; 0 where facts are not numbered
 * @param time when it became true, in business time
 * @param json the state, as JSON
 */
public record Event(
        String topic, String key, String type, String aggregateId, long sequence, Instant time, String json) {

    /** The state as an object of the event's own record type. */
    public static Event of(
            String topic, String key, String type, String aggregateId, long sequence, Instant time, Object state) {
        return new Event(topic, key, type, aggregateId, sequence, time, EventJson.write(state));
    }

    /** Names this fact wherever it is delivered, so a repeat can be told from a new one. */
    public String id() {
        return sequence > 0 ? aggregateId + "-" + sequence : UUID.randomUUID().toString();
    }
}
