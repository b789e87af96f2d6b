package org.bodywork.platform.devservices.mail;

import org.bodywork.platform.devservices.faults.Fault;

/** How the SMTP server can fail. */
public enum MailFault implements Fault {
    /** The recipient is refused for good. */
    REFUSE("refuse"),
    /** The recipient is refused for now. */
    TEMPFAIL("tempfail"),
    /** The mail is taken, and the connection ends before the answer. */
    DROP_AFTER_ACCEPT("drop-after-accept");

    private final String wireName;

    MailFault(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
