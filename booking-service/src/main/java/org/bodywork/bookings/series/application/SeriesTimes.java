package org.bodywork.bookings.series.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.FreshOpenings.Asked;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.series.domain.SeriesWish;
import org.bodywork.bookings.series.domain.SoughtDate;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks for times that a series could have. Who gets them is decided by the writes that take them. */
public final class SeriesTimes {

    private static final int OTHERS_ASKED = 10;
    private static final int OTHERS_NAMED = 2;

    private final Listings listings;
    private final Candidates candidates;
    private final FreshOpenings openings;
    private final BusinessClock clock;

    public SeriesTimes(Listings listings, Candidates candidates, FreshOpenings openings, BusinessClock clock) {
        this.listings = listings;
        this.candidates = candidates;
        this.openings = openings;
        this.clock = clock;
    }

    /** Every date of the wish, with one look at the calendar for all of them. */
    Mono<List<SoughtDate>> of(SeriesWish wish, Listing listing) {
        Treatment treatment = listing.treatment(wish.treatment());
        Instant now = clock.now();
        OpeningCalendar calendar = new OpeningCalendar(listing, now);
        LocalDate last = calendar.lastBookableDate();
        LocalDate from = wish.first().minusDays(SoughtDate.DAYS_NEAR);
        LocalDate to = wish.dates().getLast().plusDays(SoughtDate.DAYS_NEAR);
        LocalDate until = to.isAfter(last) ? last : to;
        LocalDate since = from.isBefore(calendar.today()) ? calendar.today() : from;
        if (since.isAfter(until)) {
            return Mono.just(SoughtDate.all(wish, last, new OpenDays(listing.zone(), List.of(), now)));
        }
        return openings.of(new Asked(listing, treatment, since, until)).map(open -> SoughtDate.all(wish, last, open));
    }

    /** Visits at a regular distance, whoever gives them. */
    public record Regularly(LocalDate first, int count, int everyDays, LocalTime around) {

        SeriesWish with(TherapistId therapist, TreatmentId treatment) {
            return new SeriesWish(therapist, treatment, first, count, everyDays, around, true);
        }
    }

    /**
     * The wish with one therapist for all of it, of those who meet the need: whoever has time on most of the dates. Fails
     * with {@link NotOffered.NoSuchTherapist} where nobody meets it.
     */
    public Mono<SeriesWish> whoFits(Need need, Regularly regularly) {
        List<Candidate> some =
                candidates.meeting(need, null).limit(OTHERS_ASKED).toList();
        return listings.byIds(some.stream().map(Candidate::therapist).toList())
                .concatMap(listing -> Flux.fromStream(some.stream()
                                .filter(candidate -> candidate.therapist().equals(listing.id()))
                                .flatMap(candidate -> need.metBy(candidate).stream())
                                .limit(1))
                        .concatMap(option -> fit(listing, regularly.with(listing.id(), option.id()))))
                .reduce((one, other) -> other.dates() > one.dates() ? other : one)
                .map(Fit::wish)
                .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new));
    }

    private Mono<Fit> fit(Listing listing, SeriesWish wish) {
        return of(wish, listing)
                .map(dates -> new Fit(
                        wish,
                        dates.stream().filter(date -> !date.fitting().isEmpty()).count()));
    }

    private record Fit(SeriesWish wish, long dates) {}

    /** Others who give the same, around the time wished for on that date. */
    Mono<List<Opening>> ofOthers(SeriesWish wish, SoughtDate sought) {
        return Flux.fromStream(() -> candidates.byId(wish.therapist()).stream())
                .flatMap(known -> known.treatments().stream()
                        .filter(option -> option.id().equals(wish.treatment()))
                        .findFirst()
                        .map(option -> asked(known, option, sought.date()))
                        .orElseGet(Flux::empty))
                .collectList()
                .flatMap(asked -> asked.isEmpty()
                        ? Mono.just(List.<Opening>of())
                        : openings.nearest(sought.wanted().toInstant(), asked))
                .map(near -> near.stream()
                        .filter(opening -> sought.isMetBy(opening.start()
                                .withZoneSameInstant(sought.wanted().getZone())))
                        .limit(OTHERS_NAMED)
                        .toList());
    }

    private Flux<Asked> asked(Candidate like, Candidate.Option option, LocalDate date) {
        Need need = new Need(
                Set.copyOf(like.areas().values()),
                Set.of(option.modality()),
                Set.of(),
                Set.of(),
                Set.of(option.minutes()));
        List<Candidate> others = candidates
                .meeting(need, null)
                .filter(candidate -> !candidate.therapist().equals(like.therapist()))
                .limit(OTHERS_ASKED)
                .toList();
        return listings.byIds(others.stream().map(Candidate::therapist).toList())
                .flatMapIterable(listing -> others.stream()
                        .filter(candidate -> candidate.therapist().equals(listing.id()))
                        .flatMap(candidate -> need.metBy(candidate).stream())
                        .flatMap(met -> listing.treatments().stream()
                                .filter(treatment -> treatment.id().equals(met.id())))
                        .map(treatment -> new Asked(listing, treatment, date, date))
                        .toList());
    }
}
