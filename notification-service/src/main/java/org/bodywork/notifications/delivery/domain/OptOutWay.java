package org.bodywork.notifications.delivery.domain;

/** How we learned that somebody wants to be written to no more, or again. */
public enum OptOutWay {
    /** They answered a text. */
    WORD,
    /** They used the link in an email, or their mailbox did for them. */
    LINK,
    /** The provider keeps them from us. */
    PROVIDER,
    /** They told the practice. */
    STAFF,
    /** They told their mailbox that it was unwanted. */
    COMPLAINT,
    /** Mail to this address comes back for good. */
    BOUNCE
}
