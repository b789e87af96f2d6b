package org.bodywork.bookings.opening.application;

import org.bodywork.bookings.opening.domain.TherapistId;

/** Where to tell that somebody's listing is another one now. Never blocks. */
public interface ChangedListings {

    void told(TherapistId therapist);

    /** Something was told that nobody here understood. */
    void mayHaveMissedAny();
}
