package org.bodywork.platform.events;

/**
 * This service's interest in a topic, shared by all its instances: each fact is handled by one of them, in order per
 * key. Declared as a bean.
 *
 * @param service whose interest it is; each of its topics has a consumer group of its own, so that one's rebalancing
 *     holds up no other
 * @param threads how many of the topic's partitions this instance works on at once
 */
public record Subscription(String topic, String service, int threads, EventHandler handler) {

    /** One fact at a time over all partitions: enough where facts are few. */
    public Subscription(String topic, String service, EventHandler handler) {
        this(topic, service, 1, handler);
    }
}
