package org.bodywork.platform.events;

/** What this instance has not read yet. */
public interface Backlog {

    /** Whether records of the topic wait in the partitions this instance reads, as far as the broker last told. */
    boolean isBehind(String topic);
}
