package org.bodywork.notifications.delivery.domain;

/** What a provider knows about a message whose outcome was lost. */
public sealed interface Trace {

    /** It has it, under this id. */
    record Arrived(String providerId) implements Trace {}

    /** It was asked and does not have it. */
    record NeverArrived() implements Trace {}

    /** This channel keeps no list that could be asked. */
    record CannotTell() implements Trace {}

    /** It did not answer; ask again later. */
    record Unanswered() implements Trace {}
}
