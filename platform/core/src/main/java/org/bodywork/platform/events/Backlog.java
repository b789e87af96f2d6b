package org.bodywork.platform.events;

/** What this service has not handled yet, in whichever of its instances. */
public interface Backlog {

    /**
     * Whether records of the topic wait, or are being handled, or nobody can tell: a broker that is away tells of no
     * records, and that is not the same as that there are none. Asks the broker and blocks for two seconds at most.
     */
    boolean isBehind(String topic);
}
