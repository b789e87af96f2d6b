package org.bodywork.therapists.listing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A massage therapist as the public sees them, with what is needed to book them. */
public record Therapist(
        TherapistId id,
        Slug slug,
        ListingStatus status,
        Portrait portrait,
        PracticeId practice,
        Area area,
        boolean demo,
        List<Modality> modalities,
        List<Experience> conditions,
        Credentials credentials,
        List<Treatment> treatments,
        BookingRules rules,
        List<Workplace> workplaces,
        Schedule schedule) {

    public Therapist {
        modalities = List.copyOf(modalities);
        conditions = List.copyOf(conditions);
        treatments = List.copyOf(treatments);
        workplaces = List.copyOf(workplaces);
        Repeated.refuse(modalities, "modality");
        Repeated.refuse(conditions.stream().map(Experience::condition).toList(), "condition");
        Therapist.requireBookable(treatments, modalities, schedule);
        Therapist.requireOneZone(workplaces);
        Therapist.requireKnownWorkplaces(schedule, workplaces);
    }

    public String name() {
        return portrait.name();
    }

    /** Treatments are of the therapist's own modalities and fit into the hours worked. */
    public static void requireBookable(List<Treatment> treatments, List<Modality> modalities, Schedule schedule) {
        Repeated.refuse(treatments.stream().map(Treatment::id).toList(), "treatment");
        for (Treatment treatment : treatments) {
            if (!modalities.contains(treatment.modality())) {
                throw new InvalidValue("'%s' is of %s, which is not among the modalities"
                        .formatted(treatment.name(), treatment.modality().slug()));
            }
            if (!schedule.hasRoomFor(treatment)) {
                throw new InvalidValue("'%s' takes longer than any working range".formatted(treatment.name()));
            }
        }
    }

    /** The zone of all the places they work at. */
    public ZoneId zone() {
        return workplaces.stream().findFirst().map(Workplace::zone).orElseGet(area::zone);
    }

    /** When somebody has to look whether a warning about the required licence is due; never for who has left. */
    public Optional<Instant> licenceLookAfter(Instant now) {
        Licence licence = credentials.required();
        if (licence == null || status == ListingStatus.WITHDRAWN) {
            return Optional.empty();
        }
        return ExpiryWarning.at(now, licence.expires(), zone())
                .map(_ -> now)
                .or(() -> ExpiryWarning.nextAfter(now, licence.expires(), zone()));
    }

    public Optional<Money> priceFrom() {
        return treatments.stream().map(Treatment::price).min(Money::compareTo);
    }

    /** This listing with what the practice now says about its locations. */
    public Therapist workingAt(Practice listed) {
        return with(
                portrait,
                credentials,
                rules,
                schedule,
                workplaces.stream().map(place -> refreshed(place, listed)).toList());
    }

    /** Whether a treatment names a room that they would no longer find with the practice's locations like that. */
    public boolean losesRoomsAt(Practice changed) {
        Set<String> left = rooms(workingAt(changed));
        Set<String> lost = rooms(this);
        lost.removeAll(left);
        return treatments.stream().flatMap(each -> each.rooms().stream()).anyMatch(lost::contains);
    }

    private static Set<String> rooms(Therapist therapist) {
        return therapist.workplaces.stream()
                .flatMap(place -> place.rooms().stream())
                .collect(Collectors.toSet());
    }

    public Therapist withdrawn() {
        return new Therapist(
                id,
                slug,
                ListingStatus.WITHDRAWN,
                portrait,
                practice,
                area,
                demo,
                modalities,
                conditions,
                credentials,
                treatments,
                rules,
                workplaces,
                schedule);
    }

    /**
     * Whether a file of listings can say all that matters of this one: it has words for one place, and for what bears an
     * id of the practice's own.
     */
    public boolean fitsIntoFiles() {
        return workplaces.size() == 1 && treatments.stream().allMatch(treatment -> treatment.externalId() != null);
    }

    public Therapist with(Portrait drawn) {
        return with(drawn, credentials, rules, schedule, workplaces);
    }

    public Therapist with(Credentials shown) {
        return with(portrait, shown, rules, schedule, workplaces);
    }

    public Therapist with(BookingRules chosen) {
        return with(portrait, credentials, chosen, schedule, workplaces);
    }

    /** This listing with other hours, at these places. */
    public Therapist working(Schedule hours, List<Workplace> places) {
        return with(portrait, credentials, rules, hours, places);
    }

    private Therapist with(
            Portrait drawn, Credentials shown, BookingRules chosen, Schedule hours, List<Workplace> places) {
        return new Therapist(
                id,
                slug,
                status,
                drawn,
                practice,
                area,
                demo,
                modalities,
                conditions,
                shown,
                treatments,
                chosen,
                places,
                hours);
    }

    /** This therapist as a file lists them anew on that date. What files have no words for, or leave unsaid, stays. */
    public Therapist relisted(Therapist listed, LocalDate today) {
        Therapist told = new Therapist(
                id,
                listed.slug,
                listed.status,
                portrait.relisted(listed.portrait),
                listed.practice,
                listed.area,
                listed.demo,
                listed.modalities,
                listed.conditions,
                credentials.relisted(listed.credentials),
                listed.treatments.stream().map(this::relisted).toList(),
                rules.booked(listed.rules.instant()),
                listed.workplaces,
                listed.schedule);
        return listed.zone().equals(zone()) ? withPlansKept(told, today) : told;
    }

    private Treatment relisted(Treatment listed) {
        return treatments.stream()
                .filter(known -> known.id().equals(listed.id()))
                .findFirst()
                .map(known -> known.relisted(listed))
                .orElse(listed);
    }

    /**
     * A file says the hours of every week and perhaps holidays: they take the place of those in force, while later
     * versions, single dates and time off stay, with the places they name.
     */
    private Therapist withPlansKept(Therapist told, LocalDate today) {
        Schedule hours =
                schedule.withWeekInForceOn(today, told.schedule.weekOn(today)).keeping(told.schedule.holidays());
        Set<LocationId> named = hours.locations();
        Set<LocationId> known = told.workplaces.stream().map(Workplace::id).collect(Collectors.toSet());
        Stream<Workplace> kept =
                workplaces.stream().filter(place -> named.contains(place.id()) && !known.contains(place.id()));
        return told.working(hours, Stream.concat(told.workplaces.stream(), kept).toList());
    }

    private static Workplace refreshed(Workplace place, Practice listed) {
        return listed.locations().stream()
                .filter(location -> location.id().equals(place.id()))
                .findFirst()
                .map(location -> Workplace.at(listed, location))
                .orElse(place);
    }

    /** A working day's times mean one thing only when all places agree on the clock. */
    public static void requireOneZone(List<Workplace> workplaces) {
        if (workplaces.stream().map(Workplace::zone).distinct().count() > 1) {
            throw new InvalidValue("all locations of a therapist lie in one zone");
        }
    }

    public static void requireKnownWorkplaces(Schedule schedule, List<Workplace> workplaces) {
        Set<LocationId> known = workplaces.stream().map(Workplace::id).collect(Collectors.toSet());
        if (!known.containsAll(schedule.locations())) {
            throw new InvalidValue("hours at a location where the therapist does not work");
        }
    }
}
