package org.bodywork.therapists.listing.domain;

/** On what a client can be reached. */
public enum MessageChannel {
    EMAIL,
    SMS;

    public static MessageChannel ofWord(String word) {
        return Vocabulary.constant(MessageChannel.class, word);
    }
}
