package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one therapist offers for booking.
 *
 * @param zone the one zone of all the therapist's locations
 * @param licenceExpires the last local date on which the therapist may practise; null when none is required
 * @param busyElsewhere when the therapist is busy by a calendar that is not ours
 * @param formerPractices where the therapist was once listed and may still have visits
 */
public record Listing(
        TherapistId id,
        boolean published,
        String name,
        PracticeId practice,
        ZoneId zone,
        List<Treatment> treatments,
        BookingRules rules,
        @Nullable LocalDate licenceExpires,
        List<Workplace> workplaces,
        Schedule schedule,
        OutsideTimes busyElsewhere,
        Set<PracticeId> formerPractices) {

    /** Of somebody who was never listed anywhere else. */
    public Listing(
            TherapistId id,
            boolean published,
            String name,
            PracticeId practice,
            ZoneId zone,
            List<Treatment> treatments,
            BookingRules rules,
            @Nullable LocalDate licenceExpires,
            List<Workplace> workplaces,
            Schedule schedule,
            OutsideTimes busyElsewhere) {
        this(
                id,
                published,
                name,
                practice,
                zone,
                treatments,
                rules,
                licenceExpires,
                workplaces,
                schedule,
                busyElsewhere,
                Set.of());
    }

    public Listing {
        treatments = List.copyOf(treatments);
        workplaces = List.copyOf(workplaces);
        formerPractices = Set.copyOf(formerPractices);
    }

    /** The same listing of somebody who is busy then. */
    public Listing busyElsewhere(OutsideTimes times) {
        return new Listing(
                id,
                published,
                name,
                practice,
                zone,
                treatments,
                rules,
                licenceExpires,
                workplaces,
                schedule,
                times,
                formerPractices);
    }

    /** The same listing of somebody who was listed there too. */
    public Listing formerlyAt(Set<PracticeId> practices) {
        return new Listing(
                id,
                published,
                name,
                practice,
                zone,
                treatments,
                rules,
                licenceExpires,
                workplaces,
                schedule,
                busyElsewhere,
                practices);
    }

    /** Wherever visits may stand that the therapist gives, or that take the same rooms. */
    public Set<PracticeId> practices() {
        return Stream.of(Stream.of(practice), workplaces.stream().map(Workplace::practice), formerPractices.stream())
                .flatMap(all -> all)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The treatment of that id.
     *
     * @throws NotOffered.NoSuchTreatment when this therapist has none
     */
    public Treatment treatment(TreatmentId wanted) {
        return treatments.stream()
                .filter(treatment -> treatment.id().equals(wanted))
                .findFirst()
                .orElseThrow(NotOffered.NoSuchTreatment::new);
    }

    public Optional<Workplace> workplace(LocationId wanted) {
        return workplaces.stream().filter(place -> place.id().equals(wanted)).findFirst();
    }

    /** Whether there is a place where both work, so that two people can come there together. */
    public boolean sharesAPlaceWith(Listing other) {
        return zone.equals(other.zone)
                && workplaces.stream()
                        .anyMatch(place -> other.workplace(place.id()).isPresent());
    }

    /** The working hours of that date, time off or not. */
    public List<TimeSpan> hoursDuring(LocalDate date) {
        return hoursOn(date).stream().map(hours -> hours.on(date, zone)).toList();
    }

    /** The time off that touches that date. */
    public List<TimeSpan> awayOn(LocalDate date) {
        TimeSpan day = TimeSpan.ofDay(date, zone);
        return schedule.timeOff().stream()
                .flatMap(off -> off.around(date, zone))
                .filter(away ->
                        away.from().isBefore(day.until()) && away.until().isAfter(day.from()))
                .toList();
    }

    /** How long the therapist is there on that date: the working hours without time off. */
    public Duration workedOn(LocalDate date) {
        return schedule.workedOn(date, zone);
    }

    /** Where the therapist works on that date; one place for the whole of a local date. */
    Optional<Workplace> workplaceOn(LocalDate date) {
        return hoursOn(date).stream().findFirst().flatMap(hours -> workplace(hours.location()));
    }

    List<WorkingHours> hoursOn(LocalDate date) {
        return schedule.hoursOn(date);
    }
}
