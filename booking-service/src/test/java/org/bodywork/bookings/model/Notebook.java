package org.bodywork.bookings.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.Listing;
import org.jspecify.annotations.Nullable;

/** Everything the oracle remembers: lists that are walked through from one end to the other. */
final class Notebook {

    /** Clients who read the same mail. */
    private static final int HOUSEHOLD = 2;

    final List<OneVisit> visits = new ArrayList<>();
    final List<OneHold> holds = new ArrayList<>();
    final List<OneBlock> blocks = new ArrayList<>();
    final Map<Integer, Integer> visitOfKey = new HashMap<>();
    private final List<Listing> listings;
    private Instant now;

    Notebook(List<Listing> listings, Instant now) {
        this.listings = new ArrayList<>(listings);
        this.now = now;
    }

    Notebook copy() {
        Notebook copy = new Notebook(listings, now);
        visits.forEach(visit -> copy.visits.add(visit.copy()));
        holds.forEach(hold -> copy.holds.add(hold.copy()));
        copy.blocks.addAll(blocks);
        copy.visitOfKey.putAll(visitOfKey);
        return copy;
    }

    Instant now() {
        return now;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    Listing listing(int therapist) {
        return listings.get(therapist);
    }

    void change(int therapist, Listing listing) {
        listings.set(therapist, listing);
    }

    LocalDate dateOf(int therapist, Instant moment) {
        return moment.atZone(listing(therapist).zone()).toLocalDate();
    }

    /** A visit to that therapist at that time. */
    Place place(int therapist, Instant start) {
        return Place.of(listing(therapist).treatments().getFirst(), therapist, start);
    }

    /** Until when somebody waits for an answer about that time. */
    Instant patience(Place place) {
        Instant until = now.plus(listing(place.therapist()).rules().requestWait());
        return until.isBefore(place.start()) ? until : place.start();
    }

    /** All time that somebody has at this moment. */
    Stream<Place> taken(@Nullable OneVisit except) {
        return Stream.of(
                        othersThan(except).flatMap(visit -> visit.places(now)),
                        holds.stream().filter(hold -> hold.stands(now)).map(hold -> hold.place),
                        blocks.stream().filter(OneBlock::open).map(OneBlock::place))
                .flatMap(places -> places);
    }

    /** The visits that count for a therapist's day. */
    List<Place> worked(Place day, @Nullable OneVisit except) {
        LocalDate date = dateOf(day.therapist(), day.start());
        Stream<Place> past = othersThan(except)
                .filter(visit -> visit.statusAt(now) == Status.COMPLETED)
                .map(OneVisit::place);
        Stream<Place> present = Stream.concat(
                othersThan(except).flatMap(visit -> visit.places(now)),
                holds.stream().filter(hold -> hold.stands(now)).map(hold -> hold.place));
        return Stream.concat(present, past)
                .filter(place -> place.therapist() == day.therapist()
                        && dateOf(place.therapist(), place.start()).equals(date))
                .toList();
    }

    private Stream<OneVisit> othersThan(@Nullable OneVisit one) {
        return visits.stream().filter(visit -> !Objects.equals(visit, one));
    }

    Stream<OneVisit> ofContact(int client) {
        return visits.stream()
                .filter(visit -> isSameContact(
                        client, Objects.requireNonNull(visit.place().client())));
    }

    static int contactOf(int client) {
        return client / HOUSEHOLD;
    }

    static boolean isSameContact(int one, int other) {
        return contactOf(one) == contactOf(other);
    }

    /** Whether nobody has time of a therapist, a room or a client that somebody else has too. */
    boolean sharesNothing() {
        List<List<Place>> owners = Stream.of(
                        visits.stream().map(visit -> visit.places(now).toList()),
                        holds.stream().filter(hold -> hold.stands(now)).map(hold -> List.of(hold.place)),
                        blocks.stream().filter(OneBlock::open).map(block -> List.of(block.place())))
                .flatMap(places -> places)
                .toList();
        return IntStream.range(0, owners.size())
                .allMatch(one -> owners.subList(one + 1, owners.size()).stream()
                        .flatMap(List::stream)
                        .noneMatch(other -> owners.get(one).stream().anyMatch(other::clashesWith)));
    }
}
