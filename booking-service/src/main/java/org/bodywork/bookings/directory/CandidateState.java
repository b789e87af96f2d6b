package org.bodywork.bookings.directory;

import java.util.List;
import java.util.stream.Collectors;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/** The part of a therapist's listing, as it is published, that clients choose by. */
record CandidateState(
        String id,
        long sequence,
        String status,
        @Nullable String gender,
        List<ExperienceState> conditions,
        List<PlaceState> locations,
        List<TreatmentState> treatments) {

    /** The fields above, for reading no more than these. */
    static final List<String> FIELDS = List.of(
            "id",
            "sequence",
            "status",
            "gender",
            "conditions.condition",
            "locations.id",
            "locations.area",
            "treatments.id",
            "treatments.modality",
            "treatments.minutes",
            "treatments.clients");

    /** Words that come again with every listing are kept once. */
    Candidate candidate() {
        return new Candidate(
                TherapistId.of(id),
                sequence,
                gender == null ? null : gender.intern(),
                conditions.stream().map(each -> each.condition().intern()).collect(Collectors.toUnmodifiableSet()),
                locations.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                place -> LocationId.of(place.id()),
                                place -> place.area().intern(),
                                (first, _) -> first)),
                status.equals("PUBLISHED") ? options() : List.of());
    }

    private List<Candidate.Option> options() {
        return treatments.stream()
                .filter(treatment -> treatment.clients() != ForClients.RETURNING)
                .map(treatment -> new Candidate.Option(
                        TreatmentId.of(treatment.id()), treatment.modality().intern(), treatment.minutes()))
                .toList();
    }

    record ExperienceState(String condition) {}

    record PlaceState(String id, String area) {}

    record TreatmentState(String id, String modality, int minutes, ForClients clients) {}
}
