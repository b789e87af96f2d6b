package org.bodywork.bookings.appointment.application;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook.Cause;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.FreshOpenings.Asked;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.Waiver;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes a start of whoever fits: the one with the least booked in that week first, and by lot among equals. Looking only
 * puts them in order. Who it is in the end is decided by the write that takes the time, which is tried with one after the
 * other, so two clients never get one therapist, and nobody is refused while somebody who fits is free.
 */
final class TakeAnybody {

    /** So many are weighed against each other; there are seldom more, and then the lot decides who they are. */
    private static final int WEIGHED_AT_ONCE = 200;

    private static final int ASKED_FOR_ALTERNATIVES = 20;

    private final Candidates candidates;
    private final Listings listings;
    private final FreshOpenings openings;
    private final WorkedWeeks weeks;
    private final Recognition recognition;
    private final BusinessClock clock;

    TakeAnybody(
            Candidates candidates,
            Listings listings,
            FreshOpenings openings,
            WorkedWeeks weeks,
            Recognition recognition,
            BusinessClock clock) {
        this.candidates = candidates;
        this.listings = listings;
        this.openings = openings;
        this.weeks = weeks;
        this.recognition = recognition;
        this.clock = clock;
    }

    /** What the time of whoever is found is taken for. */
    interface Purpose<T> {

        /** Whether this therapist may be asked at all. */
        boolean suits(Listing listing, Treatment treatment);

        Asking asking(Listing listing, Treatment treatment);

        /** The rules that staff set aside, of which the limits over a day matter here. */
        Set<Waiver> waived();

        /** Empty when somebody else was faster. */
        Mono<T> take(Slot slot);

        /** Why nobody was taken, where that is not for want of time; empty where it is. */
        Mono<T> refuse();
    }

    /** Fails with a {@link Refusal}; nothing is taken then. */
    <T> Mono<T> take(Need need, Instant start, Purpose<T> purpose) {
        return Mono.defer(() -> {
            if (!start.isAfter(clock.now())) {
                return Mono.error(new Refusal.StartHasPassed());
            }
            Search<T> search = new Search<>(need, start, purpose);
            return Flux.fromStream(() -> inTurn(need, start))
                    .buffer(WEIGHED_AT_ONCE)
                    .concatMap(search::tryOneOf, 1)
                    .next()
                    .switchIfEmpty(Mono.defer(purpose::refuse))
                    .switchIfEmpty(Mono.defer(search::refuse));
        });
    }

    /** All who fit, beginning with another one at another start. */
    private Stream<Candidate> inTurn(Need need, Instant start) {
        TherapistId first = recognition.lotOf(start);
        return Stream.concat(candidates.meeting(need, first), candidates.meetingUpTo(need, first));
    }

    /** One search for somebody. */
    private final class Search<T> {

        private final Need need;
        private final Instant start;
        private final Purpose<T> purpose;
        private List<Choice> firstSeen = List.of();
        private boolean anyCould;

        Search(Need need, Instant start, Purpose<T> purpose) {
            this.need = need;
            this.start = start;
            this.purpose = purpose;
        }

        /** Empty when none of them can be had. */
        Mono<T> tryOneOf(List<Candidate> some) {
            return choices(some).flatMap(choices -> {
                if (firstSeen.isEmpty()) {
                    firstSeen = choices;
                }
                List<Slot> slots = choices.stream()
                        .flatMap(choice -> choice.slot().stream())
                        .toList();
                anyCould |= !slots.isEmpty();
                return inOrder(slots)
                        .flatMap(ordered -> Flux.fromIterable(ordered)
                                .concatMap(purpose::take, 1)
                                .next());
            });
        }

        private Mono<List<Choice>> choices(List<Candidate> some) {
            Map<TherapistId, Candidate> byId = some.stream()
                    .collect(Collectors.toMap(Candidate::therapist, candidate -> candidate, (one, _) -> one));
            return listings.byIds(byId.keySet())
                    .flatMapIterable(listing -> choicesOf(listing, byId.getOrDefault(listing.id(), some.getFirst())))
                    .collectList();
        }

        private List<Choice> choicesOf(Listing listing, Candidate candidate) {
            Set<LocationId> places = need.placesOf(candidate);
            return need.metBy(candidate).stream()
                    .flatMap(option -> listing.treatments().stream()
                            .filter(treatment -> treatment.id().equals(option.id())))
                    .filter(treatment -> purpose.suits(listing, treatment))
                    .map(treatment -> new Choice(listing, treatment, slot(listing, treatment, places)))
                    .toList();
        }

        private Optional<Slot> slot(Listing listing, Treatment treatment, Set<LocationId> places) {
            return new OpeningCalendar(listing, clock.now())
                    .bookableSlot(treatment, start, purpose.asking(listing, treatment))
                    .filter(slot ->
                            places.isEmpty() || places.contains(slot.workplace().id()));
        }

        /** Those who are seen to be busy are left out, which spares a write that would be refused. */
        private Mono<List<Slot>> inOrder(List<Slot> slots) {
            return openings.freeAmong(slots, purpose.waived())
                    .flatMap(free -> bookedInTheWeekOf(free)
                            .map(booked -> free.stream()
                                    .sorted(Comparator.comparing((Slot slot) -> booked.getOrDefault(
                                                    slot.listing().id(), Duration.ZERO))
                                            .thenComparing(slot -> recognition.lotOf(
                                                    slot.listing().id(),
                                                    slot.start().toInstant())))
                                    .toList()));
        }

        private Mono<Map<TherapistId, Duration>> bookedInTheWeekOf(List<Slot> slots) {
            Map<TimeSpan, List<TherapistId>> byWeek = slots.stream()
                    .collect(Collectors.groupingBy(
                            TakeAnybody::weekOf,
                            Collectors.mapping(slot -> slot.listing().id(), Collectors.toList())));
            return Flux.fromIterable(byWeek.entrySet())
                    .concatMap(week -> weeks.booked(week.getValue(), week.getKey()))
                    .reduce(new HashMap<>(), (all, some) -> {
                        all.putAll(some);
                        return all;
                    });
        }

        Mono<T> refuse() {
            List<Asked> asked = firstSeen.stream()
                    .limit(ASKED_FOR_ALTERNATIVES)
                    .map(choice -> openings.around(start, choice.listing(), choice.treatment()))
                    .toList();
            Cause cause = anyCould ? Cause.SLOT_TAKEN : Cause.NOT_AN_OPENING;
            return openings.nearest(start, asked).flatMap(near -> Mono.error(new CannotBook(cause, near)));
        }
    }

    /** From Monday to Monday at the place. */
    private static TimeSpan weekOf(Slot slot) {
        LocalDate monday = slot.start().toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new TimeSpan(
                monday.atStartOfDay(slot.start().getZone()).toInstant(),
                monday.plusWeeks(1).atStartOfDay(slot.start().getZone()).toInstant());
    }

    /**
     * A treatment that would do.
     *
     * @param slot at the start asked for, if the rules allow it
     */
    private record Choice(Listing listing, Treatment treatment, Optional<Slot> slot) {}
}
