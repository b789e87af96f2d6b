package org.bodywork.platform.events;

/**
 * This instance's interest in a topic from now on: every instance sees every fact, none is remembered. Declared as a
 * bean.
 *
 * @param onUnreadable called for each record that is passed over because nobody here can tell what it says: broken, not
 *     fitting its schema, or of a type that a newer instance made up
 */
public record Tail(String topic, EventHandler handler, Runnable onUnreadable) {}
