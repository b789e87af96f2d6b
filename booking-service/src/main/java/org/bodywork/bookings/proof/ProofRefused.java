package org.bodywork.bookings.proof;

import java.time.Duration;

/** Why somebody has not proven who they are. */
public abstract sealed class ProofRefused extends RuntimeException {

    private ProofRefused(String message) {
        super(message, null, false, false);
    }

    /** Wrong, expired, used, tried too often, or never sent: nobody is told which. */
    public static final class WrongCode extends ProofRefused {

        WrongCode() {
            super("the code opens nothing");
        }
    }

    /** Too many codes were asked for. */
    public static final class TooManyCodes extends ProofRefused {

        private final Duration wait;

        TooManyCodes(Duration wait) {
            super("too many codes asked for");
            this.wait = wait;
        }

        public Duration lasting() {
            return wait;
        }
    }

    /** There is no session, or it is over. */
    public static final class NoSession extends ProofRefused {

        public NoSession() {
            super("no session");
        }
    }
}
