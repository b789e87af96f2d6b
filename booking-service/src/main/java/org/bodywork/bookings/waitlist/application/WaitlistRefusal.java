package org.bodywork.bookings.waitlist.application;

import org.bodywork.bookings.waitlist.domain.OfferOutcome;

/** Why something asked of the waitlist is not done. None of them is a bug, and none names a person. */
public abstract sealed class WaitlistRefusal extends RuntimeException {

    private WaitlistRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none with that secret. */
    public static final class NoSuchEntry extends WaitlistRefusal {
        public NoSuchEntry() {
            super("no such entry");
        }
    }

    /** There is none with that secret. */
    public static final class NoSuchOffer extends WaitlistRefusal {
        public NoSuchOffer() {
            super("no such offer");
        }
    }

    /** One contact waits for as much as anybody may. */
    public static final class TooManyEntries extends WaitlistRefusal {
        public TooManyEntries() {
            super("too many entries");
        }
    }

    /** An earlier request with the same key asked for something else. */
    public static final class KeyUsedBefore extends WaitlistRefusal {
        public KeyUsedBefore() {
            super("the idempotency key belongs to another entry");
        }
    }

    /** The offer has come to another end. */
    public static final class OfferIsOver extends WaitlistRefusal {

        private final OfferOutcome outcome;

        public OfferIsOver(OfferOutcome outcome) {
            super("the offer is over: " + outcome);
            this.outcome = outcome;
        }

        public OfferOutcome outcome() {
            return outcome;
        }
    }
}
