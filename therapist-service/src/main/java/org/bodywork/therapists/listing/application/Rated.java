package org.bodywork.therapists.listing.application;

import org.bodywork.therapists.listing.domain.Rating;
import org.bodywork.therapists.listing.domain.Tally;
import org.bodywork.therapists.listing.domain.Therapist;
import org.jspecify.annotations.Nullable;

/** A therapist as listed, and what clients who came said. */
public record Rated(Therapist therapist, Tally tally) {

    public @Nullable Rating rating() {
        return tally.rating();
    }
}
