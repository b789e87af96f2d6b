package org.bodywork.therapists.listing.domain;

/** How many of the channels of a message are used. */
public enum MessageReach {
    ALL,
    /** The first on which the client can be reached, and the next where that fails. */
    FIRST;

    public static MessageReach ofWord(String word) {
        return Vocabulary.constant(MessageReach.class, word);
    }
}
