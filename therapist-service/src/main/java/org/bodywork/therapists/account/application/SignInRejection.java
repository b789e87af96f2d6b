package org.bodywork.therapists.account.application;

import java.time.Duration;

/** Why somebody is not signed in. */
public abstract sealed class SignInRejection extends RuntimeException {

    private SignInRejection(String message) {
        super(message, null, false, false);
    }

    /** Wrong, expired, used, tried too often, or never sent: nobody is told which. */
    public static final class CodeRefused extends SignInRejection {

        public CodeRefused() {
            super("the code does not open this sign-in");
        }
    }

    /** Another issuer's token does not hold, or is nobody's here: nobody is told which. */
    public static final class IdentityRefused extends SignInRejection {

        public IdentityRefused() {
            super("the token of another issuer does not sign in");
        }
    }

    /** Too many codes were asked for. */
    public static final class TooManySignIns extends SignInRejection {

        private final Duration retryAfter;

        public TooManySignIns(Duration retryAfter) {
            super("too many codes asked for");
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
