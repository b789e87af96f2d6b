package org.bodywork.platform.events;

/**
 * This service's interest in a topic, shared by all its instances: each fact is handled by one of them, in order per
 * key. Declared as a bean.
 *
 * @param group the consumer group; by habit the service's name
 */
public record Subscription(String topic, String group, EventHandler handler) {}
