package org.bodywork.platform.outbox;

import java.time.Instant;
import org.bodywork.platform.events.Event;
import org.bson.Document;

/**
 * An event waiting in its aggregate's document.
 *
 * @param time business time at which it became true
 * @param queuedAt the unmoved clock's time of the write, for telling how long it has waited
 */
public record OutboxEntry(
        String topic,
        String key,
        String type,
        String aggregateId,
        long sequence,
        Instant time,
        String json,
        Instant queuedAt) {

    static OutboxEntry of(Event event, Instant queuedAt) {
        return new OutboxEntry(
                event.topic(),
                event.key(),
                event.type(),
                event.aggregateId(),
                event.sequence(),
                event.time(),
                event.json(),
                queuedAt);
    }

    static Event read(Document stored) {
        return new Event(
                stored.getString("topic"),
                stored.getString("key"),
                stored.getString("type"),
                stored.getString("aggregateId"),
                stored.get("sequence", Number.class).longValue(),
                stored.getDate("time").toInstant(),
                stored.getString("json"));
    }
}
