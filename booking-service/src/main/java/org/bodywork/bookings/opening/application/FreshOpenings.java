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
import org.bodywork.bookings.opening.domain.TherapistId;
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

    private final Listings listings;
    private final Occupancy occupancy;
    private final Workloads workloads;
    private final BusinessClock clock;
    private final Counter reads;

    public FreshOpenings(
            Listings listings, Occupancy occupancy, Workloads workloads, BusinessClock clock, MeterRegistry metrics) {
        this.listings = listings;
        this.occupancy = occupancy;
        this.workloads = workloads;
        this.clock = clock;
        this.reads = metrics.counter(DATABASE_READS);
    }

    Mono<Listing> listing(TherapistId therapist) {
        return Mono.defer(() -> {
            reads.increment();
            return listings.byId(therapist);
        });
    }

    Mono<OpenDays> of(Listing listing, Treatment treatment, LocalDate from, LocalDate to) {
        return Mono.defer(() -> {
            reads.increment();
            Instant now = clock.now();
            OpeningCalendar calendar = new OpeningCalendar(listing, now);
            TimeSpan span = wholeDays(listing, treatment, from, to);
            return occupancy
                    .of(listing.resources(), span, now)
                    .flatMap(busy -> workloads.added(busy, listing, span, now))
                    .map(busy -> calendar.openDays(treatment, from, to, busy));
        });
    }

    /** The starts nearest to the one wanted, at most five, in order. */
    public Mono<List<ZonedDateTime>> near(Instant wanted, Listing listing, Treatment treatment) {
        return Mono.defer(() -> {
            OpeningCalendar calendar = new OpeningCalendar(listing, clock.now());
            LocalDate date = earlier(wanted.atZone(listing.zone()).toLocalDate(), calendar.lastBookableDate());
            return of(listing, treatment, date.minusDays(DAYS_BEFORE), date.plusDays(DAYS_AFTER))
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

    /** A visit that begins late on the last day, and its buffer, may reach into the day after. */
    private static TimeSpan wholeDays(Listing listing, Treatment treatment, LocalDate from, LocalDate to) {
        return new TimeSpan(
                from.atStartOfDay(listing.zone()).toInstant(),
                to.plusDays(1)
                        .atStartOfDay(listing.zone())
                        .toInstant()
                        .plus(treatment.length())
                        .plus(treatment.buffer()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
