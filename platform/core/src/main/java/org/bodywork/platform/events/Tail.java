package org.bodywork.platform.events;

/**
 * This instance's interest in a topic from now on: every instance sees every fact, none is remembered. Declared as a
 * bean.
 */
public record Tail(String topic, EventHandler handler) {}
