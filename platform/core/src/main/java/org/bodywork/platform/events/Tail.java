package org.bodywork.platform.events;

/**
 * This instance's interest in a topic: every instance sees every fact, none is remembered. Declared as a bean.
 *
 * @param fromBeginning whether it reads at every start what the topic holds already, which a compacted topic makes the
 *     present state of everything; else it hears of what comes from now on
 * @param onUnreadable called for each record that is passed over because nobody here can tell what it says: broken, not
 *     fitting its schema, or of a type that a newer instance made up
 */
public record Tail(String topic, boolean fromBeginning, EventHandler handler, Runnable onUnreadable) {

    /** From now on. */
    public Tail(String topic, EventHandler handler, Runnable onUnreadable) {
        this(topic, false, handler, onUnreadable);
    }

    /** What the topic holds, and what comes. */
    public static Tail fromBeginning(String topic, EventHandler handler, Runnable onUnreadable) {
        return new Tail(topic, true, handler, onUnreadable);
    }
}
