package org.bodywork.platform.republish;

/**
 * A topic from which this service keeps a copy. Declared as a bean. An empty store asks once for all that is open: what
 * happened before it was there may not lie on the topic any more.
 */
public record Restored(String topic) {}
