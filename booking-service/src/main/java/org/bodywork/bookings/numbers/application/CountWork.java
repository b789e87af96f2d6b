package org.bodywork.bookings.numbers.application;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.numbers.domain.CountedVisit;
import org.bodywork.bookings.numbers.domain.Numbers;
import org.bodywork.bookings.numbers.domain.WeekNumbers;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts a practice's work for its manager, and a therapist's own for the therapist; nobody else's ever. */
public final class CountWork {

    /** So many weeks are read at once at most. */
    public static final int MOST_WEEKS = 26;

    private final CountedVisits visits;
    private final Listings listings;
    private final Workforce workforce;
    private final Reminders reminders;
    private final BusinessClock clock;

    public CountWork(
            CountedVisits visits, Listings listings, Workforce workforce, Reminders reminders, BusinessClock clock) {
        this.visits = visits;
        this.listings = listings;
        this.workforce = workforce;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** Fails with {@link NotOffered} for a therapist who is not the asking staff's to look at. */
    public Mono<Counted> count(Colleague asking, Wanted wanted) {
        return whose(asking).collectList().flatMap(team -> {
            List<Listing> chosen = team.stream().filter(wanted::includes).toList();
            return wanted.only() != null && chosen.isEmpty()
                    ? Mono.error(new NotOffered.NoSuchTherapist())
                    : count(asking, wanted, team, chosen);
        });
    }

    private Flux<Listing> whose(Colleague asking) {
        return switch (asking) {
            case Colleague.PracticeLead lead -> workforce.at(lead.practice()).sort(Comparator.comparing(Listing::name));
            case Colleague.Therapist own -> listings.byId(own.therapist()).flux();
        };
    }

    private Mono<Counted> count(Colleague asking, Wanted wanted, List<Listing> team, List<Listing> chosen) {
        PracticeId practice = asking instanceof Colleague.PracticeLead lead ? lead.practice() : null;
        LocalDate monday = firstMonday(wanted, team);
        LocalDate last = monday.plusWeeks(wanted.weeks()).plus(Numbers.COMES_AGAIN_WITHIN);
        return visits.of(chosen.stream().map(Listing::id).collect(Collectors.toSet()), practice, monday, last)
                .collectList()
                .flatMap(found -> reminders
                        .of(found.stream().map(CountedVisit::id).toList())
                        .map(told -> new Counted(
                                team, monday, new Numbers(chosen, found, told).byWeek(monday, wanted.weeks()))));
    }

    /** Of the weeks that end with the present one, if none is named. */
    private LocalDate firstMonday(Wanted wanted, List<Listing> team) {
        ZoneId zone = team.isEmpty() ? ZoneOffset.UTC : team.getFirst().zone();
        LocalDate from = wanted.from() == null
                ? clock.now().atZone(zone).toLocalDate().minusWeeks(wanted.weeks() - 1L)
                : wanted.from();
        return from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * What is to be counted.
     *
     * @param only one therapist of the practice; null for all
     * @param from a date in the first week; null for the newest weeks
     * @param weeks from 1 to {@link #MOST_WEEKS}
     */
    public record Wanted(
            @Nullable TherapistId only, @Nullable LocalDate from, int weeks) {

        public Wanted {
            if (weeks < 1 || weeks > MOST_WEEKS) {
                throw new IllegalArgumentException("too many weeks at once, or none: " + weeks);
            }
        }

        private boolean includes(Listing listing) {
            return only == null || listing.id().equals(only);
        }
    }

    /**
     * What was counted.
     *
     * @param team everybody the asking staff may look at
     */
    public record Counted(List<Listing> team, LocalDate firstMonday, List<WeekNumbers> weeks) {}
}
