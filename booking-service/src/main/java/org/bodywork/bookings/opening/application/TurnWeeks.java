package org.bodywork.bookings.opening.application;

import java.time.LocalDate;
import org.bodywork.bookings.opening.application.FreshOpenings.Asked;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Openings as people look through them: seven days at a time, from today to the last date that can be booked. */
public final class TurnWeeks {

    private static final int DAYS = 7;

    /** So far is looked ahead for somebody who finds nothing in a week. */
    private static final int LOOKED_AHEAD = 62;

    private final Listings listings;
    private final FreshOpenings openings;
    private final BusinessClock clock;

    public TurnWeeks(Listings listings, FreshOpenings openings, BusinessClock clock) {
        this.listings = listings;
        this.openings = openings;
        this.clock = clock;
    }

    /**
     * The seven days from that date on; fails with {@link NotOffered} for an unknown therapist or treatment.
     *
     * @param wanted null for today; what lies outside of what can be booked is moved into it
     */
    public Mono<OpenWeek> from(TherapistId therapist, TreatmentId treatment, @Nullable LocalDate wanted) {
        return listings.byId(therapist)
                .filter(Listing::published)
                .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new))
                .flatMap(listing -> week(listing, listing.treatment(treatment), wanted));
    }

    private Mono<OpenWeek> week(Listing listing, Treatment treatment, @Nullable LocalDate wanted) {
        OpeningCalendar calendar = new OpeningCalendar(listing, clock.now());
        LocalDate today = calendar.today();
        LocalDate last = calendar.lastBookableDate();
        LocalDate from = wanted == null || wanted.isBefore(today) ? today : earlier(wanted, last);
        LocalDate after = from.plusDays(DAYS);
        LocalDate before = from.equals(today) ? null : later(from.minusDays(DAYS), today);
        return openings.of(new Asked(listing, treatment, from, after.minusDays(1)))
                .flatMap(days -> days.starts().findAny().isPresent() || after.isAfter(last)
                        ? Mono.just(new OpenWeek(listing, treatment, days, before, within(after, last), null))
                        : withFirstLater(listing, treatment, days, before, after, last));
    }

    private Mono<OpenWeek> withFirstLater(
            Listing listing,
            Treatment treatment,
            OpenDays none,
            @Nullable LocalDate before,
            LocalDate after,
            LocalDate last) {
        return openings.of(new Asked(listing, treatment, after, earlier(after.plusDays(LOOKED_AHEAD), last)))
                .map(more -> more.starts().findFirst())
                .map(first -> new OpenWeek(listing, treatment, none, before, after, first.orElse(null)));
    }

    private static @Nullable LocalDate within(LocalDate date, LocalDate last) {
        return date.isAfter(last) ? null : date;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
