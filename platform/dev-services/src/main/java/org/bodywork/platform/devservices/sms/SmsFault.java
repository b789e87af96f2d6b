package org.bodywork.platform.devservices.sms;

import org.bodywork.platform.devservices.faults.Fault;

/** How the SMS provider can fail. */
public enum SmsFault implements Fault {
    /** The message is taken and goes out, but the answer is a 500. */
    ERROR_AFTER_ACCEPT("500-after-accept"),
    /** The message is taken and goes out, but no answer ever comes. */
    TIMEOUT_AFTER_ACCEPT("timeout-after-accept"),
    /** A 500, and the message is not taken. */
    ERROR_BEFORE("500-before"),
    /** Too many requests: 429, and the message is not taken. */
    TOO_MANY("429"),
    /** The recipient has opted out: 400 with Twilio's code 21610. */
    OPTED_OUT("21610"),
    /** The callback "sent" comes two seconds after "delivered". */
    LATE_CALLBACK("late-callback"),
    /** Each callback comes twice. */
    REPEATED_CALLBACK("repeated-callback"),
    /** The message is taken and sent, and never reaches the phone. */
    UNDELIVERED("undelivered");

    private final String wireName;

    SmsFault(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
