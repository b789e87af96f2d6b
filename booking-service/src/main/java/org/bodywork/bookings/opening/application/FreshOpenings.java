package org.bodywork.bookings.opening.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.Waiver;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Openings computed from the database, every time. */
public final class FreshOpenings {

    /** Counts what openings ask of the database; an answer from memory asks nothing. */
    public static final String DATABASE_READS = "openings.database.reads";

    private static final int MOST_ALTERNATIVES = 5;
    private static final int DAYS_BEFORE = 3;
    private static final int DAYS_AFTER = 14;

    private final Occupancy occupancy;
    private final Workloads workloads;
    private final BusinessClock clock;
    private final Counter reads;

    public FreshOpenings(Occupancy occupancy, Workloads workloads, BusinessClock clock, MeterRegistry metrics) {
        this.occupancy = occupancy;
        this.workloads = workloads;
        this.clock = clock;
        this.reads = metrics.counter(DATABASE_READS);
    }

    /** The openings of one treatment, of a listing as it is or as it might become. */
    public Mono<OpenDays> of(Asked asked) {
        return ofAll(List.of(asked)).map(List::getFirst);
    }

    /** The openings of each, with one read for all. */
    Mono<List<OpenDays>> ofAll(List<Asked> asked) {
        return Mono.defer(() -> {
            if (asked.isEmpty()) {
                return Mono.just(List.of());
            }
            reads.increment();
            Instant now = clock.now();
            List<Listing> listings = asked.stream().map(Asked::listing).toList();
            TimeSpan span = all(asked);
            return occupancy
                    .of(listings, span, now)
                    .flatMap(busy -> workloads.added(busy, listings, span, now))
                    .map(busy -> asked.stream()
                            .map(each -> new OpeningCalendar(each.listing(), now)
                                    .openDays(each.treatment(), each.from(), each.to(), busy))
                            .toList());
        });
    }

    /** The openings of both for two who come together, on the dates of the first. */
    public Mono<OpenDays> ofBoth(Asked one, Asked other) {
        return Mono.defer(() -> {
            reads.increment();
            Instant now = clock.now();
            List<Listing> listings = List.of(one.listing(), other.listing());
            TimeSpan span = all(List.of(one, other));
            return occupancy
                    .of(listings, span, now)
                    .flatMap(busy -> workloads.added(busy, listings, span, now))
                    .map(busy -> new OpeningCalendar(one.listing(), now)
                            .openDaysWith(
                                    new OpeningCalendar(other.listing(), now),
                                    one.treatment(),
                                    other.treatment(),
                                    one.from(),
                                    one.to(),
                                    busy));
        });
    }

    /** The same nearest to the start wanted, at most five, in order. */
    public Mono<List<ZonedDateTime>> nearForBoth(Instant wanted, Asked one, Asked other) {
        return ofBoth(one, other).map(days -> nearest(wanted, days, _ -> true));
    }

    /** The starts nearest to the one wanted, at most five, in order. */
    public Mono<List<ZonedDateTime>> near(Instant wanted, Listing listing, Treatment treatment) {
        return near(wanted, listing, treatment, _ -> true);
    }

    /** The same among those that suit. */
    public Mono<List<ZonedDateTime>> near(
            Instant wanted, Listing listing, Treatment treatment, Predicate<ZonedDateTime> suits) {
        return Mono.defer(() -> {
            return of(around(wanted, listing, treatment)).map(days -> nearest(wanted, days, suits));
        });
    }

    /** What to ask for alternatives to that start. */
    public Asked around(Instant wanted, Listing listing, Treatment treatment) {
        OpeningCalendar calendar = new OpeningCalendar(listing, clock.now());
        LocalDate date = earlier(wanted.atZone(listing.zone()).toLocalDate(), calendar.lastBookableDate());
        return new Asked(listing, treatment, date.minusDays(DAYS_BEFORE), date.plusDays(DAYS_AFTER));
    }

    /** The starts nearest to the one wanted, whosever they are, no two at one time, at most five, in order. */
    public Mono<List<Opening>> nearest(Instant wanted, List<Asked> asked) {
        return ofAll(asked)
                .map(all -> IntStream.range(0, all.size())
                        .boxed()
                        .flatMap(turn -> openings(asked.get(turn), all.get(turn)))
                        .collect(Collectors.toMap(
                                opening -> opening.start().toInstant(),
                                opening -> opening,
                                (one, _) -> one,
                                LinkedHashMap::new))
                        .values()
                        .stream()
                        .sorted(Comparator.comparing(opening -> Duration.between(
                                        wanted, opening.start().toInstant())
                                .abs()))
                        .limit(MOST_ALTERNATIVES)
                        .sorted(Comparator.comparing(Opening::start))
                        .toList());
    }

    /**
     * Those that are not taken at this moment.
     *
     * @param waived what staff set aside, of which the limits over a day matter here
     */
    public Mono<List<Slot>> freeAmong(List<Slot> slots, Set<Waiver> waived) {
        return Mono.defer(() -> {
            if (slots.isEmpty()) {
                return Mono.just(List.of());
            }
            reads.increment();
            Instant now = clock.now();
            List<Listing> listings = slots.stream().map(Slot::listing).toList();
            TimeSpan days = around(slots);
            return occupancy
                    .of(listings, days, now)
                    .flatMap(busy -> workloads.added(busy, listings, days, now))
                    .map(busy -> slots.stream()
                            .filter(slot -> slot.isFree(busy, waived))
                            .toList());
        });
    }

    private static Stream<Opening> openings(Asked asked, OpenDays days) {
        return days.starts()
                .map(start ->
                        new Opening(asked.listing().id(), asked.treatment().id(), start));
    }

    /** From the beginning of the local day, which limits are about, to the end of the work. */
    private static TimeSpan around(List<Slot> slots) {
        return new TimeSpan(
                slots.stream()
                        .map(slot -> slot.start()
                                .toLocalDate()
                                .atStartOfDay(slot.start().getZone())
                                .toInstant())
                        .min(Instant::compareTo)
                        .orElseThrow(),
                slots.stream()
                        .map(slot -> slot.start()
                                .toLocalDate()
                                .plusDays(2)
                                .atStartOfDay(slot.start().getZone())
                                .toInstant())
                        .max(Instant::compareTo)
                        .orElseThrow());
    }

    private static List<ZonedDateTime> nearest(Instant wanted, OpenDays days, Predicate<ZonedDateTime> suits) {
        return days.starts()
                .filter(suits)
                .sorted(Comparator.comparing(
                        start -> Duration.between(wanted, start.toInstant()).abs()))
                .limit(MOST_ALTERNATIVES)
                .sorted()
                .toList();
    }

    private static TimeSpan all(List<Asked> asked) {
        List<TimeSpan> spans = asked.stream().map(Asked::span).toList();
        return new TimeSpan(
                spans.stream().map(TimeSpan::from).min(Instant::compareTo).orElseThrow(),
                spans.stream().map(TimeSpan::until).max(Instant::compareTo).orElseThrow());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** One treatment of one therapist on these dates, both inclusive. */
    public record Asked(Listing listing, Treatment treatment, LocalDate from, LocalDate to) {

        /** A visit that begins late on the last day, and its buffer, may reach into the day after. */
        TimeSpan span() {
            return new TimeSpan(
                    from.atStartOfDay(listing.zone()).toInstant(),
                    to.plusDays(1)
                            .atStartOfDay(listing.zone())
                            .toInstant()
                            .plus(treatment.length())
                            .plus(treatment.buffer()));
        }
    }
}
