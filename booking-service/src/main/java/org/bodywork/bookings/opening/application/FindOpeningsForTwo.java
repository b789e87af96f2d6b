package org.bodywork.bookings.opening.application;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bodywork.bookings.opening.application.FreshOpenings.Asked;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** The openings of two therapists for two people who come together, remembered like those of one. */
public final class FindOpeningsForTwo {

    private final Listings listings;
    private final FreshOpenings fresh;
    private final OpeningsCache cache;
    private final OpeningsText text;
    private final BusinessClock clock;

    public FindOpeningsForTwo(
            Listings listings, FreshOpenings fresh, OpeningsCache cache, OpeningsText text, BusinessClock clock) {
        this.listings = listings;
        this.fresh = fresh;
        this.cache = cache;
        this.text = text;
        this.clock = clock;
    }

    /** Fails with {@link NotOffered} for an unknown therapist or treatment, and for two who never work at one place. */
    public Mono<Shown> find(Question question, Freshness freshness) {
        return Mono.defer(
                () -> known(question, freshness).map(Mono::just).orElseGet(() -> fill(question, cache.begin())));
    }

    /** The same as days. Nothing is remembered of it. */
    public Mono<OpenDays> days(Question question) {
        return asked(question, (one, other) -> fresh.ofBoth(one, other));
    }

    private Optional<Shown> known(Question question, Freshness freshness) {
        return freshness == Freshness.AFRESH ? Optional.empty() : cache.find(question, clock.now());
    }

    private Mono<Shown> fill(Question question, Basis begun) {
        return asked(
                question,
                (one, other) -> fresh.ofBoth(one, other).map(days -> {
                    Basis basis = begun.on(IntStream.concat(
                                    IntStream.of(OpeningsCache.subjectsOf(one.listing())),
                                    IntStream.of(OpeningsCache.subjectsOf(other.listing())))
                            .distinct()
                            .toArray());
                    List<ShownDay> shownDays = days.days().stream()
                            .map(day -> ShownDay.of(day, days.zone()))
                            .toList();
                    Shown shown = new Shown(text.of(days), shownDays, days.validUntil(), basis);
                    cache.remember(question, shown);
                    return shown;
                }));
    }

    private <T> Mono<T> asked(Question question, Answering<T> answering) {
        return listings.byId(question.first().therapist())
                .zipWith(listings.byId(question.second().therapist()))
                .flatMap(both -> {
                    Listing one = both.getT1();
                    Listing other = both.getT2();
                    if (!one.sharesAPlaceWith(other)) {
                        return Mono.error(new NotOffered.NotTogether());
                    }
                    return answering.of(asked(question.first(), one), asked(question.second(), other));
                });
    }

    private static Asked asked(OpeningsQuery query, Listing listing) {
        return new Asked(listing, listing.treatment(query.treatment()), query.from(), query.to());
    }

    private interface Answering<T> {

        Mono<T> of(Asked one, Asked other);
    }

    /** Two questions about the same dates, answered together. */
    public record Question(OpeningsQuery first, OpeningsQuery second) {}
}
