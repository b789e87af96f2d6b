package org.bodywork.bookings.appointment.application;

import java.time.DayOfWeek;
import java.time.Duration;
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
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Books a start with whoever fits: the one with the least booked in that week first, and by lot among equals. Looking
 * only puts them in order. Who it is in the end is decided by the write that takes the time, which is tried with one
 * after the other, so two clients never get one therapist, and nobody is refused while somebody who fits is free.
 */
public final class BookAnybody {

    /** So many are weighed against each other; there are seldom more, and then the lot decides who they are. */
    private static final int WEIGHED_AT_ONCE = 200;

    private static final int ASKED_FOR_ALTERNATIVES = 20;

    private final Candidates candidates;
    private final Listings listings;
    private final FreshOpenings openings;
    private final WorkedWeeks weeks;
    private final BookAppointment booking;
    private final Recognition recognition;
    private final BusinessClock clock;

    public BookAnybody(
            Candidates candidates,
            Listings listings,
            FreshOpenings openings,
            WorkedWeeks weeks,
            BookAppointment booking,
            Recognition recognition,
            BusinessClock clock) {
        this.candidates = candidates;
        this.listings = listings;
        this.openings = openings;
        this.weeks = weeks;
        this.booking = booking;
        this.recognition = recognition;
        this.clock = clock;
    }

    /** Fails with a {@link Refusal}; nothing is stored then. */
    public Mono<Booked> book(AnybodyRequest request, Fingerprint fingerprint) {
        return booking.orReplay(Mono.defer(() -> search(request, fingerprint)), fingerprint);
    }

    private Mono<Booked> search(AnybodyRequest request, Fingerprint fingerprint) {
        if (!request.start().isAfter(clock.now())) {
            return Mono.error(new Refusal.StartHasPassed());
        }
        Search search = new Search(request, fingerprint);
        return Flux.fromStream(() -> inTurn(request))
                .buffer(WEIGHED_AT_ONCE)
                .concatMap(search::tryOneOf, 1)
                .next()
                .switchIfEmpty(Mono.defer(search::refuse));
    }

    /** All who fit, beginning with another one at another start. */
    private Stream<Candidate> inTurn(AnybodyRequest request) {
        TherapistId first = recognition.lotOf(request.start());
        return Stream.concat(candidates.meeting(request.need(), first), candidates.meetingUpTo(request.need(), first));
    }

    /** One search for somebody. */
    private final class Search {

        private final AnybodyRequest request;
        private final Fingerprint fingerprint;
        private List<Choice> firstSeen = List.of();
        private boolean anyCould;
        private Refusal.@Nullable TooMany enoughRequests;

        Search(AnybodyRequest request, Fingerprint fingerprint) {
            this.request = request;
            this.fingerprint = fingerprint;
        }

        /** Empty when none of them can be had. */
        Mono<Booked> tryOneOf(List<Candidate> some) {
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
                                .concatMap(this::tryToTake, 1)
                                .next());
            });
        }

        /** A contact may have enough open requests and still book with those who need not be asked. */
        private Mono<Booked> tryToTake(Slot slot) {
            BookingRequest wanted = booking(slot.listing(), slot.treatment());
            boolean isRequest = wanted.becomesRequest(slot.listing());
            return isRequest && enoughRequests != null
                    ? Mono.empty()
                    : booking.claim(slot, wanted, fingerprint).onErrorResume(Refusal.TooMany.class, enough -> {
                        enoughRequests = enough;
                        return isRequest ? Mono.empty() : Mono.error(enough);
                    });
        }

        private BookingRequest booking(Listing listing, Treatment treatment) {
            return request.with().booking(listing.id(), treatment.id());
        }

        private Mono<List<Choice>> choices(List<Candidate> some) {
            Map<TherapistId, Candidate> byId = some.stream()
                    .collect(Collectors.toMap(Candidate::therapist, candidate -> candidate, (one, _) -> one));
            return listings.byIds(byId.keySet())
                    .flatMapIterable(listing ->
                            choicesOf(listing, byId.getOrDefault(listing.id(), some.getFirst()), request.need()))
                    .collectList();
        }

        private List<Choice> choicesOf(Listing listing, Candidate candidate, Need need) {
            Set<LocationId> places = need.placesOf(candidate);
            return need.metBy(candidate).stream()
                    .flatMap(option -> listing.treatments().stream()
                            .filter(treatment -> treatment.id().equals(option.id())))
                    .filter(treatment -> booking(listing, treatment).mayBook(listing))
                    .map(treatment -> new Choice(listing, treatment, slot(listing, treatment, places)))
                    .toList();
        }

        private Optional<Slot> slot(Listing listing, Treatment treatment, Set<LocationId> places) {
            return new OpeningCalendar(listing, clock.now())
                    .bookableSlot(
                            treatment,
                            request.start(),
                            booking(listing, treatment).asking())
                    .filter(slot ->
                            places.isEmpty() || places.contains(slot.workplace().id()));
        }

        /** Those who are seen to be busy are left out, which spares a write that would be refused. */
        private Mono<List<Slot>> inOrder(List<Slot> slots) {
            return openings.freeAmong(slots, request.waived())
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
                            BookAnybody::weekOf,
                            Collectors.mapping(slot -> slot.listing().id(), Collectors.toList())));
            return Flux.fromIterable(byWeek.entrySet())
                    .concatMap(week -> weeks.booked(week.getValue(), week.getKey()))
                    .reduce(new HashMap<>(), (all, some) -> {
                        all.putAll(some);
                        return all;
                    });
        }

        Mono<Booked> refuse() {
            if (enoughRequests != null) {
                return Mono.error(enoughRequests);
            }
            List<Asked> asked = firstSeen.stream()
                    .limit(ASKED_FOR_ALTERNATIVES)
                    .map(choice -> openings.around(request.start(), choice.listing(), choice.treatment()))
                    .toList();
            Cause cause = anyCould ? Cause.SLOT_TAKEN : Cause.NOT_AN_OPENING;
            return openings.nearest(request.start(), asked).flatMap(near -> Mono.error(new CannotBook(cause, near)));
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
