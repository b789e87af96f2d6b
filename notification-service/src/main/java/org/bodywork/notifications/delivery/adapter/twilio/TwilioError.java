package org.bodywork.notifications.delivery.adapter.twilio;

import java.time.Duration;

/** Twilio answered with an error. Its own words are left out: they repeat the number. */
final class TwilioError extends RuntimeException {

    private final int status;
    private final int code;
    private final Duration retryAfter;

    TwilioError(int status, int code, Duration retryAfter) {
        super("Twilio answered " + status + " with code " + code);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    /** Twilio's error code; 0 where there is none. */
    int code() {
        return code;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
