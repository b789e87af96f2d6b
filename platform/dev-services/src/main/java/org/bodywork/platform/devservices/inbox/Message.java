package org.bodywork.platform.devservices.inbox;

import java.time.Instant;

/** One message to one recipient. */
public sealed interface Message permits Email, Sms {

    /** Rises with every message. */
    long id();

    /** An email address or a phone number with its plus. */
    String to();

    String from();

    /** This machine's real time, whatever business time says. */
    Instant receivedAt();

    /** About how much memory it takes, in bytes. */
    int storedSize();
}
