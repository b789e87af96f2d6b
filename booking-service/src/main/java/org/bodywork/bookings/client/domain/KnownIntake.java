package org.bodywork.bookings.client.domain;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.bodywork.bookings.opening.domain.PracticeId;

/**
 * The newest form that one person has answered before a visit to a practice that then took place.
 *
 * @param person the keyed hash of the person treated: one email address may book for several
 * @param visit the appointment's id, which the answers are bound to
 * @param form the version of the form
 * @param answers JSON, as only the client's key opens it
 */
public record KnownIntake(
        PracticeId practice, String person, String visit, String form, Instant at, SealedText answers) {

    private static final Period HOLDS_FOR = Period.ofMonths(6);

    /** Whether it need not be asked again for a visit that begins then, in that zone. */
    public boolean isFreshAt(Instant start, ZoneId zone) {
        return start.isBefore(at.atZone(zone).plus(HOLDS_FOR).toInstant());
    }
}
