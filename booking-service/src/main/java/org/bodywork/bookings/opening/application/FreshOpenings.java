package org.bodywork.bookings.opening.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Treatment;
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

    Mono<OpenDays> of(Asked asked) {
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
            List<Resource> resources = asked.stream()
                    .flatMap(each -> each.listing().resources().stream())
                    .distinct()
                    .toList();
            List<Listing> listings = asked.stream().map(Asked::listing).toList();
            TimeSpan span = all(asked);
            return occupancy
                    .of(resources, span, now)
                    .flatMap(busy -> workloads.added(busy, listings, span, now))
                    .map(busy -> asked.stream()
                            .map(each -> new OpeningCalendar(each.listing(), now)
                                    .openDays(each.treatment(), each.from(), each.to(), busy))
                            .toList());
        });
    }

    /** The starts nearest to the one wanted, at most five, in order. */
    public Mono<List<ZonedDateTime>> near(Instant wanted, Listing listing, Treatment treatment) {
        return Mono.defer(() -> {
            OpeningCalendar calendar = new OpeningCalendar(listing, clock.now());
            LocalDate date = earlier(wanted.atZone(listing.zone()).toLocalDate(), calendar.lastBookableDate());
            return of(new Asked(listing, treatment, date.minusDays(DAYS_BEFORE), date.plusDays(DAYS_AFTER)))
                    .map(days -> nearest(wanted, days));
        });
    }

    private static List<ZonedDateTime> nearest(Instant wanted, OpenDays days) {
        return days.starts()
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
    record Asked(Listing listing, Treatment treatment, LocalDate from, LocalDate to) {

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
