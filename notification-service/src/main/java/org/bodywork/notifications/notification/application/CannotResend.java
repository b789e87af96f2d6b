package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.notification.domain.Reason;

/** A message is not sent once more. */
public final class CannotResend extends RuntimeException {

    /** It has not ended yet. */
    static final String STILL_OPEN = "STILL_OPEN";

    /** What staff are told is not for others to repeat. */
    static final String FOR_STAFF = "FOR_STAFF";

    /** It was sent once more as often as a message may be. */
    static final String ENOUGH = "ENOUGH";

    private final String reason;

    CannotResend(String reason) {
        super("not sent once more: " + reason);
        this.reason = reason;
    }

    CannotResend(Reason reason) {
        this(reason.name());
    }

    /** As a code; those of the ledger mean here what they mean there. */
    public String reason() {
        return reason;
    }
}
