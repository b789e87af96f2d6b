package org.bodywork.bookings.opening.application;

import java.util.List;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/** How openings are written for whoever asks. */
public interface OpeningsText {

    byte[] of(OpenDays days);

    /**
     * A part of a list of them.
     *
     * @param next what the part after it begins behind; null at the end
     */
    byte[] of(List<Item> items, @Nullable TherapistId next);

    /** The openings of one treatment of one therapist. */
    record Item(OpeningsQuery question, Shown openings) {}
}
