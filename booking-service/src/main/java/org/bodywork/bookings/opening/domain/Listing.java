package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one therapist offers for booking.
 *
 * @param zone the one zone of all the therapist's locations
 * @param licenceExpires the last local date on which the therapist may practise; null when none is required
 * @param busyElsewhere when the therapist is busy by a calendar that is not ours
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
        OutsideTimes busyElsewhere) {

    public Listing {
        treatments = List.copyOf(treatments);
        workplaces = List.copyOf(workplaces);
    }

    /** The same listing of somebody who is busy then. */
    public Listing busyElsewhere(OutsideTimes times) {
        return new Listing(
                id, published, name, practice, zone, treatments, rules, licenceExpires, workplaces, schedule, times);
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
