package org.bodywork.bookings.opening.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NextOpenings;
import org.bodywork.bookings.opening.domain.NextOpenings.NextOpening;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.Workplace;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the next opening of each treatment, by the same computation that shows openings and accepts bookings. */
public final class FindNextOpenings {

    /** Most have an opening within a week, so that is all that is read for them. */
    private static final List<Integer> LOOKS_AHEAD_DAYS = List.of(0, 7, 35);

    private final Listings listings;
    private final Occupancy occupancy;
    private final Workloads workloads;
    private final BusinessClock clock;

    public FindNextOpenings(Listings listings, Occupancy occupancy, Workloads workloads, BusinessClock clock) {
        this.listings = listings;
        this.occupancy = occupancy;
        this.workloads = workloads;
        this.clock = clock;
    }

    /** Fails with {@link org.bodywork.bookings.opening.domain.NotOffered} for an unknown therapist. */
    public Mono<NextOpenings> of(TherapistId therapist) {
        return listings.byId(therapist).flatMap(listing -> new Look(listing, clock.now()).take());
    }

    /** One look at one listing. */
    private final class Look {

        private final Listing listing;
        private final OpeningCalendar calendar;
        private final List<Treatment> treatments;
        private final Map<Treatment, ZonedDateTime> found = new LinkedHashMap<>();
        private final Instant now;

        Look(Listing listing, Instant now) {
            this.listing = listing;
            this.now = now;
            this.calendar = new OpeningCalendar(listing, now);
            this.treatments = listing.published()
                    ? listing.treatments().stream()
                            .filter(treatment -> treatment.clients() != ForClients.RETURNING)
                            .toList()
                    : List.of();
        }

        Mono<NextOpenings> take() {
            return Flux.fromIterable(stretches())
                    .concatMap(this::look)
                    .takeUntil(_ -> isComplete())
                    .then(Mono.fromSupplier(this::result));
        }

        /** Dates to look at one after the other until every treatment has its opening. */
        private List<Stretch> stretches() {
            LocalDate today = calendar.today();
            LocalDate last = calendar.lastBookableDate();
            if (treatments.isEmpty()) {
                return List.of();
            }
            List<LocalDate> borders = Stream.concat(
                            LOOKS_AHEAD_DAYS.stream().map(today::plusDays).filter(date -> !date.isAfter(last)),
                            Stream.of(last.plusDays(1)))
                    .toList();
            return Stream.iterate(0, border -> border + 1 < borders.size(), border -> border + 1)
                    .map(border -> new Stretch(
                            borders.get(border), borders.get(border + 1).minusDays(1)))
                    .toList();
        }

        private Mono<Stretch> look(Stretch stretch) {
            TimeSpan span = stretch.in(listing, treatments);
            return occupancy
                    .of(List.of(listing), span, now)
                    .flatMap(busy -> workloads.added(busy, List.of(listing), span, now))
                    .map(busy -> note(stretch, busy));
        }

        private Stretch note(Stretch stretch, BusyTimes busy) {
            for (Treatment treatment : treatments) {
                if (!found.containsKey(treatment)) {
                    calendar.firstOpening(treatment, stretch.from(), stretch.to(), busy)
                            .ifPresent(start -> found.put(treatment, start));
                }
            }
            return stretch;
        }

        private boolean isComplete() {
            return found.size() == treatments.size();
        }

        private NextOpenings result() {
            List<NextOpening> openings = treatments.stream()
                    .flatMap(treatment -> Optional.ofNullable(found.get(treatment))
                            .map(start -> new NextOpening(treatment.id(), start.toInstant()))
                            .stream())
                    .toList();
            return new NextOpenings(
                    openings, listing.workplaces().stream().map(Workplace::id).toList(), decidedBy(), changesAt());
        }

        /** The day after the last one looked at, since a late visit and its buffer reach into it. */
        private LocalDate decidedBy() {
            LocalDate last = found.values().stream()
                    .map(ZonedDateTime::toLocalDate)
                    .max(LocalDate::compareTo)
                    .orElse(calendar.today());
            return (isComplete() ? last : calendar.lastBookableDate()).plusDays(1);
        }

        /** A start cannot be booked any more once its notice has begun; a new date comes into reach at midnight. */
        private Optional<Instant> changesAt() {
            if (treatments.isEmpty()) {
                return Optional.empty();
            }
            Instant midnight =
                    calendar.today().plusDays(1).atStartOfDay(listing.zone()).toInstant();
            Stream<Instant> closing = found.values().stream()
                    .map(start ->
                            start.toInstant().minus(listing.rules().notice()).plusMillis(1));
            return (isComplete() ? closing : Stream.concat(closing, Stream.of(midnight))).min(Instant::compareTo);
        }
    }

    /** Local dates, both inclusive. */
    private record Stretch(LocalDate from, LocalDate to) {

        /** A visit that begins late on the last day, and its buffer, may reach into the day after. */
        TimeSpan in(Listing listing, List<Treatment> treatments) {
            Instant end = to.plusDays(1).atStartOfDay(listing.zone()).toInstant();
            return new TimeSpan(
                    from.atStartOfDay(listing.zone()).toInstant(),
                    treatments.stream()
                            .map(treatment -> end.plus(treatment.length()).plus(treatment.buffer()))
                            .max(Instant::compareTo)
                            .orElse(end));
        }
    }
}
