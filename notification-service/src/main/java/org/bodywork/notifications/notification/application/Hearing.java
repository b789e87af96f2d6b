package org.bodywork.notifications.notification.application;

/** Whether we have heard of all that happened to visits. */
@FunctionalInterface
public interface Hearing {

    /** Whether events wait that we have not read, or nobody can tell. Blocks, as it asks the broker. */
    boolean isBehind();
}
