package org.bodywork.bookings.appointment.domain;

import org.bodywork.bookings.client.domain.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * What was fixed when a visit was over; what staff noted down of the client only the client's key opens.
 *
 * @param procedure what an insurer is told was done; it may be chosen later
 * @param letterhead what its receipt says of those who gave it; null in visits of before
 */
public record SealedOutcome(
        @Nullable SealedText painScore,
        @Nullable SealedText notes,
        @Nullable SealedText procedure,
        @Nullable Letterhead letterhead) {

    /** Of which no receipt says more. */
    public SealedOutcome(@Nullable SealedText painScore, @Nullable SealedText notes) {
        this(painScore, notes, null, null);
    }

    public SealedOutcome under(Letterhead theirs) {
        return new SealedOutcome(painScore, notes, procedure, theirs);
    }

    SealedOutcome of(SealedText chosen) {
        return new SealedOutcome(painScore, notes, chosen, letterhead);
    }
}
