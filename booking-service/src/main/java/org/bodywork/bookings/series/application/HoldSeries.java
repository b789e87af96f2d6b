package org.bodywork.bookings.series.application;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Keeping;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.series.application.AllSeries.Begun;
import org.bodywork.bookings.series.application.AllSeries.Known;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.Series.Step;
import org.bodywork.bookings.series.domain.SeriesDate;
import org.bodywork.bookings.series.domain.SeriesDate.Time;
import org.bodywork.bookings.series.domain.SeriesId;
import org.bodywork.bookings.series.domain.SeriesRefusal;
import org.bodywork.bookings.series.domain.SeriesWish;
import org.bodywork.bookings.series.domain.SoughtDate;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds a time for every date of a wish and keeps it, one write for each; alternatives for dates that do not fit.
 *
 * <p>Where it dies in between, the same request sent again goes on, as what is kept is named after the series; else all
 * of it ends by itself with the minutes of its holds.
 */
public final class HoldSeries {

    private static final int MOST_ALTERNATIVES = 3;

    /** How many starts are tried where others are faster. */
    private static final int MOST_TRIES = 8;

    private final Listings listings;
    private final SeriesTimes times;
    private final HoldTime holds;
    private final AllSeries all;
    private final BusinessClock clock;

    public HoldSeries(Listings listings, SeriesTimes times, HoldTime holds, AllSeries all, BusinessClock clock) {
        this.listings = listings;
        this.times = times;
        this.holds = holds;
        this.all = all;
        this.clock = clock;
    }

    /**
     * A series that is held.
     *
     * @param replayed whether an earlier request with the same key had asked for it
     */
    public record Answer(Series series, boolean replayed) {}

    /** Fails with a {@link Refusal}, {@link SeriesRefusal} or {@link NotOffered}; nothing is held then. */
    public Mono<Answer> hold(SeriesWish wish, Asking asking, Visitor visitor, Fingerprint fingerprint) {
        return listings.byId(wish.therapist())
                .flatMap(listing -> begin(wish, listing, fingerprint)
                        .flatMap(series -> take(series, listing, asking, visitor, Map.of())))
                .map(series -> new Answer(series, false))
                .onErrorResume(HoldSeries::mayBeRepeated, refusal -> replayOr(refusal, fingerprint, asking, visitor));
    }

    private Mono<Series> begin(SeriesWish wish, Listing listing, Fingerprint fingerprint) {
        return Mono.defer(() -> {
            listing.treatment(wish.treatment());
            Instant now = now();
            if (wish.first().isBefore(now.atZone(listing.zone()).toLocalDate())) {
                return Mono.error(new SeriesRefusal.FirstHasPassed());
            }
            SeriesId id = new SeriesId(UUID.randomUUID());
            return all.add(Series.begin(id, wish, listing.zone(), now), fingerprint);
        });
    }

    private static boolean mayBeRepeated(Throwable error) {
        return error instanceof Known
                || error instanceof Refusal
                || error instanceof NotOffered
                || error instanceof SeriesRefusal;
    }

    /** What an earlier request with the same key has begun is brought to its end. */
    private Mono<Answer> replayOr(Throwable refusal, Fingerprint fingerprint, Asking asking, Visitor visitor) {
        return all.byRequestKey(fingerprint.requestKey())
                .flatMap(begun -> begun.bodyHash().equals(fingerprint.bodyHash())
                        ? goOn(begun, asking, visitor)
                        : Mono.error(new Refusal.KeyUsedBefore()))
                .map(series -> new Answer(series, true))
                .switchIfEmpty(Mono.error(refusal));
    }

    private Mono<Series> goOn(Begun begun, Asking asking, Visitor visitor) {
        Series series = begun.series();
        if (series.step() != Step.HOLDING || !now().isBefore(series.expiresAt())) {
            return Mono.just(series);
        }
        return listings.byId(series.wish().therapist())
                .flatMap(listing -> kept(series)
                        .collectMap(Hold::id)
                        .flatMap(kept -> take(series, listing, asking, visitor, kept)));
    }

    private Mono<Series> take(
            Series series, Listing listing, Asking asking, Visitor visitor, Map<AppointmentId, Hold> kept) {
        Taking taking = new Taking(series, listing, asking, visitor, kept);
        return times.of(series.wish(), listing)
                .flatMap(taking::all)
                .flatMap(dates -> all.replace(series, series.held(dates, now())))
                // A twin was faster: what it has found is what this one finds too.
                .onErrorResume(ChangedMeanwhile.class, _ -> all.byId(series.id()))
                .onErrorResume(
                        error -> error instanceof Refusal || error instanceof NotOffered,
                        refusal -> release(series).then(all.drop(series)).then(Mono.error(refusal)));
    }

    /** Gives back all that is kept for it. */
    Mono<Void> release(Series series) {
        return kept(series)
                .concatMap(hold -> holds.release(hold.id()).onErrorComplete(Refusal.NoSuchHold.class))
                .then();
    }

    private Flux<Hold> kept(Series series) {
        return Flux.just(series.purpose(), series.alternatives()).concatMap(holds::keptFor);
    }

    /** MongoDB keeps milliseconds; what is answered at once must equal what is read later. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A start that would do. */
    private record Choice(TherapistId therapist, TreatmentId treatment, Instant start) {

        static Choice of(Opening opening) {
            return new Choice(
                    opening.therapist(), opening.treatment(), opening.start().toInstant());
        }
    }

    /** One search for times. */
    private final class Taking {

        private final Series series;
        private final Listing listing;
        private final Treatment treatment;
        private final Asking asking;
        private final Map<AppointmentId, Hold> kept;

        /** A series is one hold of its visitor's: the first that is kept carries the numbers for all. */
        private @Nullable Visitor counted;

        Taking(Series series, Listing listing, Asking asking, Visitor visitor, Map<AppointmentId, Hold> kept) {
            this.series = series;
            this.listing = listing;
            this.treatment = listing.treatment(series.wish().treatment());
            this.asking = asking;
            this.kept = kept;
            this.counted = kept.isEmpty() ? visitor : null;
        }

        /** Alternatives are looked for last, so that none takes what fits another date. */
        Mono<List<SeriesDate>> all(List<SoughtDate> sought) {
            return Flux.fromIterable(sought)
                    .concatMap(date -> fitting(date).map(time -> SeriesDate.held(date, time)), 1)
                    .collectMap(SeriesDate::number)
                    .flatMapMany(held -> Flux.fromIterable(sought)
                            .concatMap(
                                    date -> Optional.ofNullable(held.get(date.number()))
                                            .map(Mono::just)
                                            .orElseGet(() -> instead(date)),
                                    1))
                    .collectList();
        }

        private Mono<Time> fitting(SoughtDate date) {
            AppointmentId id = series.id().holdOf(date.number(), 0);
            return Mono.justOrEmpty(kept.get(id))
                    .map(Time::of)
                    .switchIfEmpty(Flux.fromIterable(date.fitting())
                            .take(MOST_TRIES)
                            .concatMap(start -> keep(series.purpose(), id, own(start.toInstant())), 1)
                            .next());
        }

        private Mono<SeriesDate> instead(SoughtDate date) {
            if (date.beyond()) {
                return Mono.just(SeriesDate.beyond(date));
            }
            List<Time> found = IntStream.rangeClosed(1, MOST_ALTERNATIVES)
                    .mapToObj(turn -> kept.get(series.id().holdOf(date.number(), turn)))
                    .filter(hold -> hold != null)
                    .map(Time::of)
                    .toList();
            Mono<List<Opening>> others =
                    series.wish().orAnother() ? times.ofOthers(series.wish(), date) : Mono.just(List.of());
            return (found.isEmpty() ? others.flatMap(near -> alternatives(date, near)) : Mono.just(found))
                    .map(times -> SeriesDate.instead(date, times));
        }

        private Mono<List<Time>> alternatives(SoughtDate date, List<Opening> others) {
            List<Choice> choices = Stream.concat(
                            others.stream().map(Choice::of),
                            date.others().stream().map(start -> own(start.toInstant())))
                    .toList();
            return more(date.number(), choices, List.of(), MOST_TRIES);
        }

        private Mono<List<Time>> more(int number, List<Choice> choices, List<Time> taken, int triesLeft) {
            List<Choice> apart = choices.stream()
                    .filter(choice -> taken.stream().noneMatch(time -> touches(choice, time)))
                    .toList();
            if (taken.size() == MOST_ALTERNATIVES || apart.isEmpty() || triesLeft == 0) {
                return Mono.just(taken);
            }
            AppointmentId id = series.id().holdOf(number, taken.size() + 1);
            return keep(series.alternatives(), id, apart.getFirst())
                    .map(time -> with(taken, time))
                    .defaultIfEmpty(taken)
                    .flatMap(then -> more(number, apart.subList(1, apart.size()), then, triesLeft - 1));
        }

        private boolean touches(Choice choice, Time time) {
            Duration apart = Duration.between(choice.start(), time.start()).abs();
            return choice.therapist().equals(time.therapist())
                    && apart.compareTo(treatment.length().plus(treatment.buffer())) < 0;
        }

        private static List<Time> with(List<Time> taken, Time time) {
            List<Time> more = new ArrayList<>(taken);
            more.add(time);
            return more;
        }

        private Choice own(Instant start) {
            return new Choice(listing.id(), treatment.id(), start);
        }

        /** Empty when somebody else was faster. */
        private Mono<Time> keep(HeldFor purpose, AppointmentId id, Choice choice) {
            return Mono.defer(() -> holds.keep(new Keeping(
                            purpose,
                            id,
                            choice.therapist(),
                            choice.treatment(),
                            choice.start(),
                            choice.therapist().equals(listing.id()) ? asking : Asking.ANYBODY,
                            series.expiresAt(),
                            counted)))
                    .doOnNext(_ -> counted = null)
                    .map(Time::of)
                    .onErrorResume(Refusal.CannotBook.class, _ -> Mono.empty())
                    .onErrorResume(Refusal.StartHasPassed.class, _ -> Mono.empty());
        }
    }
}
