package org.bodywork.bookings.opening.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist is chosen by before anybody looks into the calendar.
 *
 * @param sequence of the listing that it comes from
 * @param treatments those that just anybody can book; none of a listing that takes no bookings
 */
public record Candidate(
        TherapistId therapist,
        long sequence,
        @Nullable String gender,
        Set<String> conditions,
        Map<LocationId, String> areas,
        List<Option> treatments) {

    public Candidate {
        conditions = Set.copyOf(conditions);
        areas = Map.copyOf(areas);
        treatments = List.copyOf(treatments);
    }

    /** One of the treatments. */
    public record Option(TreatmentId id, String modality, int minutes) {}
}
