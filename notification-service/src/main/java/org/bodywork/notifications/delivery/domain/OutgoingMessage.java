package org.bodywork.notifications.delivery.domain;

/** One message ready to leave: everything a provider needs, and nothing about why it is sent. */
public sealed interface OutgoingMessage permits EmailMessage, TextMessage {

    /** Where it goes: an email address, or a phone number in E.164. */
    String to();

    /** Says whether a message found at a provider is this one; the same for the same content. */
    Fingerprint fingerprint();
}
