package org.bodywork.therapists.listing.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A massage therapist as the public sees them, with what is needed to book them. */
public record Therapist(
        TherapistId id,
        Slug slug,
        ListingStatus status,
        String name,
        @Nullable String pronouns,
        @Nullable Gender gender,
        PracticeId practice,
        Area area,
        boolean demo,
        List<Language> languages,
        List<Modality> modalities,
        List<Experience> conditions,
        @Nullable String approach,
        Credentials credentials,
        List<Treatment> treatments,
        BookingRules rules,
        List<Workplace> workplaces,
        WeeklySchedule schedule) {

    public Therapist {
        Wording.name(name);
        if (pronouns != null) {
            Wording.name(pronouns);
        }
        if (approach != null) {
            Wording.paragraphs(approach);
        }
        languages = List.copyOf(languages);
        modalities = List.copyOf(modalities);
        conditions = List.copyOf(conditions);
        treatments = List.copyOf(treatments);
        workplaces = List.copyOf(workplaces);
        Repeated.refuse(languages, "language");
        Repeated.refuse(modalities, "modality");
        Repeated.refuse(conditions.stream().map(Experience::condition).toList(), "condition");
        Therapist.requireBookable(treatments, modalities, schedule);
        requireOneZone(workplaces);
        requireKnownWorkplaces(schedule, workplaces);
    }

    /** Treatments are of the therapist's own modalities and fit into the hours worked. */
    public static void requireBookable(List<Treatment> treatments, List<Modality> modalities, WeeklySchedule schedule) {
        Repeated.refuse(treatments.stream().map(Treatment::id).toList(), "treatment");
        for (Treatment treatment : treatments) {
            if (!modalities.contains(treatment.modality())) {
                throw new InvalidValue("'%s' is of %s, which is not among the modalities"
                        .formatted(treatment.name(), treatment.modality().slug()));
            }
            if (treatment.minutes() > schedule.longestMinutes()) {
                throw new InvalidValue("'%s' takes longer than any working range".formatted(treatment.name()));
            }
        }
    }

    public Optional<Money> priceFrom() {
        return treatments.stream().map(Treatment::price).min(Money::compareTo);
    }

    /** This listing with what the practice now says about its locations. */
    public Therapist workingAt(Practice listed) {
        return with(
                credentials,
                workplaces.stream().map(place -> refreshed(place, listed)).toList());
    }

    public Therapist with(Credentials shown) {
        return with(shown, workplaces);
    }

    private Therapist with(Credentials shown, List<Workplace> places) {
        return new Therapist(
                id,
                slug,
                status,
                name,
                pronouns,
                gender,
                practice,
                area,
                demo,
                languages,
                modalities,
                conditions,
                approach,
                shown,
                treatments,
                rules,
                places,
                schedule);
    }

    private static Workplace refreshed(Workplace place, Practice listed) {
        return listed.locations().stream()
                .filter(location -> location.id().equals(place.id()))
                .findFirst()
                .map(location -> Workplace.at(listed, location))
                .orElse(place);
    }

    /** A working day's times mean one thing only when all places agree on the clock. */
    private static void requireOneZone(List<Workplace> workplaces) {
        if (workplaces.stream().map(Workplace::zone).distinct().count() > 1) {
            throw new InvalidValue("all locations of a therapist lie in one zone");
        }
    }

    private static void requireKnownWorkplaces(WeeklySchedule schedule, List<Workplace> workplaces) {
        Set<LocationId> known = workplaces.stream().map(Workplace::id).collect(Collectors.toSet());
        if (!schedule.ranges().stream().allMatch(range -> known.contains(range.location()))) {
            throw new InvalidValue("hours at a location where the therapist does not work");
        }
    }
}
