package org.bodywork.bookings.model;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.bookings.model.Outcome.Kind;

/** Time that a browser holds. */
final class OneHold {

    private static final Duration LASTS = Duration.ofMinutes(10);

    final Place place;
    final int browser;
    private Instant until;
    private boolean renewed;
    private boolean released;
    private boolean booked;

    OneHold(Place place, int browser, Instant now) {
        this.place = place;
        this.browser = browser;
        this.until = now.plus(LASTS);
    }

    private OneHold(OneHold other) {
        this.place = other.place;
        this.browser = other.browser;
        this.until = other.until;
        this.renewed = other.renewed;
        this.released = other.released;
        this.booked = other.booked;
    }

    OneHold copy() {
        return new OneHold(this);
    }

    boolean stands(Instant now) {
        return !booked && !released && until.isAfter(now);
    }

    boolean isBooked() {
        return booked;
    }

    Kind renew(Instant now) {
        if (renewed || !stands(now)) {
            return Kind.NOT_RENEWABLE;
        }
        renewed = true;
        until = now.plus(LASTS);
        return Kind.DONE;
    }

    Kind release() {
        released = true;
        return Kind.DONE;
    }

    void becomeVisit() {
        booked = true;
    }
}
