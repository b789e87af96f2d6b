package org.bodywork.bookings.opening.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody looks for, whoever gives it. Several words of one kind mean any of them; no word means that it does not
 * matter.
 *
 * @param areas in any of them, and in those within them
 */
public record Need(
        Set<String> areas, Set<String> modalities, Set<String> conditions, Set<String> genders, Set<Integer> minutes) {

    public Need {
        areas = areas.stream()
                .flatMap(area -> Vocabulary.within(area).stream())
                .collect(Collectors.toUnmodifiableSet());
        modalities = Set.copyOf(modalities);
        conditions = Set.copyOf(conditions);
        genders = Set.copyOf(genders);
        minutes = Set.copyOf(minutes);
    }

    /** The treatments that would do; none when the therapist does not suit. */
    public List<Candidate.Option> metBy(Candidate candidate) {
        return isMetBySomebodyLike(candidate)
                ? candidate.treatments().stream().filter(this::isMetBy).toList()
                : List.of();
    }

    /** Where the therapist must then work on the date; nowhere in particular when every place is within the areas. */
    public Set<LocationId> placesOf(Candidate candidate) {
        return areas.containsAll(candidate.areas().values())
                ? Set.of()
                : candidate.areas().entrySet().stream()
                        .filter(place -> areas.contains(place.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isMetBySomebodyLike(Candidate candidate) {
        return candidate.areas().values().stream().anyMatch(areas::contains)
                && (genders.isEmpty() || (candidate.gender() != null && genders.contains(candidate.gender())))
                && (conditions.isEmpty() || conditions.stream().anyMatch(candidate.conditions()::contains));
    }

    private boolean isMetBy(Candidate.Option treatment) {
        return (modalities.isEmpty() || modalities.contains(treatment.modality()))
                && (minutes.isEmpty() || minutes.contains(treatment.minutes()));
    }
}
