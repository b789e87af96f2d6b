package org.bodywork.bookings.waitlist.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.FreshOpenings.Asked;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.waitlist.domain.Care;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.QuietHours;
import org.bodywork.bookings.waitlist.domain.Turn;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.bookings.waitlist.domain.Whom;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whose turn it is for a freed time. It only looks; that nobody has two offers, and that the time can be had, is held by
 * the writes that follow.
 */
public final class ChooseTurn {

    /** So many are weighed against each other, those who wait longest. */
    private static final int MOST_WEIGHED = 2_000;

    private final Waitlist waitlist;
    private final Listings listings;
    private final Candidates candidates;
    private final FreshOpenings openings;
    private final CareNeeds care;
    private final BusinessClock clock;

    public ChooseTurn(
            Waitlist waitlist,
            Listings listings,
            Candidates candidates,
            FreshOpenings openings,
            CareNeeds care,
            BusinessClock clock) {
        this.waitlist = waitlist;
        this.listings = listings;
        this.candidates = candidates;
        this.openings = openings;
        this.care = care;
        this.clock = clock;
    }

    /** Who comes next. */
    sealed interface Choice {

        record Next(Turn turn) implements Choice {}

        /** All whom it would suit are not to be written to at this hour. */
        record WhenTheyWake(Instant at) implements Choice {}

        record Nobody() implements Choice {}
    }

    /** Whose turn it is, apart from those whom it was offered to and those. */
    Mono<Choice> next(FreedTime time, Set<EntryId> without) {
        return listings.byId(time.therapist())
                .flatMap(listing -> next(time, listing, without))
                .onErrorResume(NotOffered.class, _ -> Mono.just(new Choice.Nobody()));
    }

    private Mono<Choice> next(FreedTime time, Listing listing, Set<EntryId> without) {
        Optional<Candidate> candidate = candidates.byId(listing.id());
        return waitlist.waitingFor(keys(time, candidate), MOST_WEIGHED)
                .filter(entry -> !without.contains(entry.id()) && !time.wasOfferedTo(entry.id()))
                .flatMapIterable(entry -> wants(entry, time, listing, candidate))
                .collectList()
                .flatMap(wants -> suiting(wants, time, listing))
                .flatMap(suiting -> choose(suiting, time.zone()));
    }

    private static Set<String> keys(FreedTime time, Optional<Candidate> candidate) {
        Set<String> keys = new HashSet<>();
        keys.add(Whom.keyOf(time.therapist()));
        candidate
                .map(known -> known.areas().get(time.location()))
                .map(Whom::keyOfArea)
                .ifPresent(keys::add);
        return keys;
    }

    /** What of it they would come for, if anything. */
    private static List<Want> wants(
            WaitlistEntry entry, FreedTime time, Listing listing, Optional<Candidate> candidate) {
        Stream<TreatmentId> treatments = switch (entry.wish().whom()) {
            case Whom.Somebody somebody ->
                somebody.therapist().equals(time.therapist()) ? Stream.of(somebody.treatment()) : Stream.of();
            case Whom.Anybody anybody ->
                candidate.stream()
                        .flatMap(known -> anybody.need().metBy(known).stream())
                        .map(Candidate.Option::id)
                        .limit(1);
        };
        return treatments
                .flatMap(id -> listing.treatments().stream()
                        .filter(treatment -> treatment.id().equals(id)))
                .filter(treatment -> treatment.clients() != ForClients.RETURNING || entry.known())
                .map(treatment -> new Want(entry, treatment))
                .toList();
    }

    /** With the first start within the freed time that can be booked and that they would come at. */
    private Mono<List<Suiting>> suiting(List<Want> wants, FreedTime time, Listing listing) {
        LocalDate date = time.zonedStart().toLocalDate();
        Map<TreatmentId, List<ZonedDateTime>> starts = new HashMap<>();
        return Flux.fromIterable(wants)
                .map(Want::treatment)
                .distinct(Treatment::id)
                .concatMap(treatment -> openings.of(new Asked(listing, treatment, date, date))
                        .doOnNext(days -> starts.put(
                                treatment.id(),
                                days.starts().filter(start -> lies(start, time)).toList())))
                .then(Mono.fromSupplier(() -> wants.stream()
                        .flatMap(want -> suiting(
                                want, starts.getOrDefault(want.treatment().id(), List.of()))
                                .stream())
                        .toList()));
    }

    private static boolean lies(ZonedDateTime start, FreedTime time) {
        Instant at = start.toInstant();
        return !at.isBefore(time.start()) && at.isBefore(time.end());
    }

    private Optional<Suiting> suiting(Want want, List<ZonedDateTime> starts) {
        return starts.stream()
                .filter(start ->
                        want.entry().suits(start, start.plus(want.treatment().length()), clock.now()))
                .findFirst()
                .map(start -> new Suiting(want.entry(), want.treatment(), start));
    }

    private Mono<Choice> choose(List<Suiting> suiting, ZoneId place) {
        if (suiting.isEmpty()) {
            return Mono.just(new Choice.Nobody());
        }
        Instant now = clock.now();
        List<Suiting> awake = suiting.stream()
                .filter(each -> !QuietHours.areAt(now, each.zone(place)))
                .toList();
        if (awake.isEmpty()) {
            return Mono.just(new Choice.WhenTheyWake(suiting.stream()
                    .map(each -> QuietHours.endAfter(now, each.zone(place)))
                    .min(Comparator.naturalOrder())
                    .orElseThrow()));
        }
        return care.of(awake.stream().map(each -> each.entry().marks()).toList())
                .map(needs -> awake.stream()
                        .map(each -> each.turn(needs, now))
                        .min(Turn.IN_ORDER)
                        .<Choice>map(Choice.Next::new)
                        .orElseThrow());
    }

    private record Want(WaitlistEntry entry, Treatment treatment) {}

    private record Suiting(WaitlistEntry entry, Treatment treatment, ZonedDateTime start) {

        /** Where the recipient is, as far as we know. */
        ZoneId zone(ZoneId place) {
            ZoneId own = entry.client().zone();
            return own == null ? place : own;
        }

        Turn turn(Map<String, Care> needs, Instant now) {
            return Turn.of(
                    entry, treatment, start, needs.getOrDefault(entry.marks().key(), Care.NONE), now);
        }
    }
}
