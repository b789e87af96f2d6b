package org.bodywork.bookings.editing;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.FindConflicts;
import org.bodywork.bookings.appointment.domain.Conflict;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.FreshOpenings.Asked;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.OpenDay;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What clients could book before and after a change, computed exactly as for them, and nothing is saved. */
@Component
final class PreviewOpenings {

    private static final int DAYS = 14;

    private final FreshOpenings openings;
    private final FindConflicts conflicts;
    private final BusinessClock clock;

    PreviewOpenings(FreshOpenings openings, FindConflicts conflicts, BusinessClock clock) {
        this.openings = openings;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /**
     * Compares.
     *
     * @param of whose treatment it is about; null for the first
     * @param from the first date; null for today
     */
    Mono<Preview> compare(
            Colleague asking, Listing now, Listing then, @Nullable TreatmentId of, @Nullable LocalDate from) {
        LocalDate today = new OpeningCalendar(now, clock.now()).today();
        LocalDate first = from == null || from.isBefore(today) ? today : from;
        Optional<Treatment> treatment =
                find(then, of).or(() -> then.treatments().stream().findFirst());
        return Mono.zip(
                        days(now, treatment.flatMap(chosen -> find(now, chosen.id())), first),
                        days(then, treatment, first),
                        conflicts.appearing(asking, now, then))
                .map(found -> new Preview(
                        treatment.map(Treatment::id).orElse(null),
                        then.treatments(),
                        first,
                        compare(found.getT1(), found.getT2(), first),
                        found.getT3()));
    }

    private static Optional<Treatment> find(Listing listing, @Nullable TreatmentId wanted) {
        return listing.treatments().stream()
                .filter(treatment -> treatment.id().equals(wanted))
                .findFirst();
    }

    private Mono<List<OpenDay>> days(Listing listing, Optional<Treatment> treatment, LocalDate first) {
        return treatment
                .map(chosen -> openings.of(new Asked(listing, chosen, first, first.plusDays(DAYS - 1L)))
                        .map(OpenDays::days))
                .orElseGet(() -> Mono.just(List.of()));
    }

    private static List<Day> compare(List<OpenDay> now, List<OpenDay> then, LocalDate first) {
        return first.datesUntil(first.plusDays(DAYS))
                .map(date -> Day.of(date, startsOn(date, now), startsOn(date, then)))
                .toList();
    }

    private static List<ZonedDateTime> startsOn(LocalDate date, List<OpenDay> days) {
        return days.stream()
                .filter(day -> day.date().equals(date))
                .flatMap(day -> day.starts().stream())
                .toList();
    }

    /**
     * A fortnight before and after the change.
     *
     * @param treatment null where nothing can be booked
     * @param touched visits that stand now and would be in conflict then
     */
    record Preview(
            @Nullable TreatmentId treatment,
            List<Treatment> treatments,
            LocalDate from,
            List<Day> days,
            List<Conflict> touched) {}

    /** The starts of a date: those that are there before and after, those that come and those that go. */
    record Day(LocalDate date, List<ZonedDateTime> stay, List<ZonedDateTime> come, List<ZonedDateTime> go) {

        static Day of(LocalDate date, List<ZonedDateTime> now, List<ZonedDateTime> then) {
            Set<ZonedDateTime> before = now.stream().collect(Collectors.toSet());
            Set<ZonedDateTime> after = then.stream().collect(Collectors.toSet());
            return new Day(
                    date,
                    then.stream().filter(before::contains).toList(),
                    then.stream().filter(start -> !before.contains(start)).toList(),
                    now.stream().filter(start -> !after.contains(start)).toList());
        }
    }
}
