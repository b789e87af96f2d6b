package org.bodywork.therapists.listing.domain;

/** A value the business does not allow. The message says why, in words for the person who gave it. */
public final class InvalidValue extends RuntimeException {

    private final String reason;

    public InvalidValue(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
