package org.bodywork.bookings.waitlist.domain;

import java.time.Duration;
import java.util.Optional;

/** How long a time is kept for whoever is offered it: a quarter of an hour, and shorter when it is near. */
public final class OfferLength {

    static final Duration LONGEST = Duration.ofMinutes(15);
    static final Duration SHORTEST = Duration.ofMinutes(5);

    /** So much of what is left may pass with waiting for one answer. */
    private static final int PART = 4;

    private OfferLength() {}

    /** Empty when the time is too near for anybody to be asked. */
    public static Optional<Duration> before(Duration left) {
        Duration share = left.dividedBy(PART);
        if (share.compareTo(SHORTEST) < 0) {
            return Optional.empty();
        }
        return Optional.of(share.compareTo(LONGEST) < 0 ? share : LONGEST);
    }
}
