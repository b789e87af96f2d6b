package org.bodywork.bookings.appointment.domain;

import java.util.Set;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, checked as far as it can be without looking at the time.
 *
 * @param rules the therapist's, as they are now
 * @param numbers its numbers of the limits on bookings
 */
public record Booking(
        Visit visit,
        BookingRules rules,
        Client client,
        ClientMarks marks,
        Consent consent,
        @Nullable SealedText note,
        Set<String> numbers,
        Origin origin) {

    public Booking {
        numbers = Set.copyOf(numbers);
    }

    /** What staff book is agreed on already. */
    boolean isConfirmedAtOnce() {
        return rules.instant() || origin.by().kind() == Actor.Kind.STAFF;
    }
}
