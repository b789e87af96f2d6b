package org.bodywork.platform.events;

/** What arrived can never be handled, however often it is tried. The message names no personal data. */
public final class BadEvent extends RuntimeException {

    public BadEvent(String reason) {
        super(reason);
    }

    public BadEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
