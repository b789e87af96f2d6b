package org.bodywork.bookings.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.model.Command.Wish;
import org.bodywork.bookings.model.Outcome.Kind;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NaiveOpenings;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * What ought to be so: lists that are walked through, one wish after the other. Which of several free rooms was given is
 * the one thing it takes from the service's answer, and checks.
 */
final class Oracle {

    private static final Duration HOLD = Duration.ofMinutes(10);
    private static final Duration LINK_READS_FOR = Duration.ofDays(30);
    private static final Duration CUTOFF = Duration.ofHours(24);

    private final List<Listing> listings;
    private final List<OneVisit> visits = new ArrayList<>();
    private final List<OneHold> holds = new ArrayList<>();
    private final Map<Integer, Integer> visitOfKey = new HashMap<>();
    private Instant now;

    Oracle(List<Listing> listings, Instant now) {
        this.listings = new ArrayList<>(listings);
        this.now = now;
    }

    Oracle copy() {
        Oracle copy = new Oracle(listings, now);
        visits.forEach(visit -> copy.visits.add(visit.copy()));
        holds.forEach(hold -> copy.holds.add(hold.copy()));
        copy.visitOfKey.putAll(visitOfKey);
        return copy;
    }

    Instant now() {
        return now;
    }

    int visits() {
        return visits.size();
    }

    int holds() {
        return holds.size();
    }

    Listing listing(int therapist) {
        return listings.get(therapist);
    }

    void listing(int therapist, Listing changed) {
        listings.set(therapist, changed);
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    void sweep() {
        visits.forEach(visit -> visit.expire(now));
        holds.stream().filter(hold -> !hold.stands(now)).forEach(hold -> hold.released = true);
    }

    /** What a visit looks like from outside: status, start and the start that is asked for. */
    String describe(int number) {
        OneVisit visit = visits.get(number);
        Place wanted = visit.wantedAt(now);
        return visit.statusAt(now) + " " + visit.place.start + (wanted == null ? "" : " or " + wanted.start);
    }

    /** The visit that a key has led to. */
    @Nullable Integer visitOf(int key) {
        return visitOfKey.get(key);
    }

    /** Every start on that date that anybody could book now. */
    List<Instant> openings(int therapist, LocalDate date) {
        return naive(therapist, false).on(date).stream()
                .filter(start -> cannotTake(place(therapist, start), null) == null)
                .toList();
    }

    Kind apply(Wish wish, Outcome real) {
        return switch (wish) {
            case Command.TakeHold hold -> takeHold(hold, real);
            case Command.Renew renew -> onHold(renew.hold(), this::renew);
            case Command.Release release -> onHold(release.hold(), this::release);
            case Command.Book book -> book(book, real);
            case Command.Accept accept -> onVisit(accept.visit(), visit -> visit.accept(Actor.Kind.STAFF, now));
            case Command.Decline decline -> onVisit(decline.visit(), visit -> visit.decline(Actor.Kind.STAFF, now));
            case Command.AcceptProposal accept ->
                onVisit(accept.visit(), visit -> byLink(visit, () -> visit.accept(Actor.Kind.CLIENT, now)));
            case Command.DeclineProposal decline ->
                onVisit(decline.visit(), visit -> byLink(visit, () -> visit.decline(Actor.Kind.CLIENT, now)));
            case Command.Propose propose -> onVisit(propose.visit(), visit -> propose(visit, propose.start(), real));
            case Command.MoveByClient move ->
                onVisit(move.visit(), visit -> byLink(visit, () -> moveByClient(visit, move.start(), real)));
            case Command.MoveByStaff move -> onVisit(move.visit(), visit -> moveByStaff(visit, move.start(), real));
            case Command.CancelByClient cancel ->
                onVisit(cancel.visit(), visit -> byLink(visit, () -> visit.cancelByClient(now)));
            case Command.CancelByStaff cancel -> onVisit(cancel.visit(), visit -> visit.cancelByStaff(now));
            case Command.CheckIn checkIn -> onVisit(checkIn.visit(), this::checkIn);
            case Command.Complete complete -> onVisit(complete.visit(), visit -> visit.complete(now));
            case Command.NoShow noShow -> onVisit(noShow.visit(), visit -> visit.noShow(now));
        };
    }

    private Kind takeHold(Command.TakeHold wish, Outcome real) {
        Kind offered = offered(wish.therapist(), wish.start(), false, null);
        if (offered != Kind.DONE) {
            return offered;
        }
        Place place = place(wish.therapist(), wish.start());
        Kind refusal = cannotTake(place, null);
        if (refusal != null) {
            return refusal;
        }
        holds.add(new OneHold(place, now.plus(HOLD)));
        return giveRoom(place, real, null);
    }

    private Kind renew(OneHold hold) {
        if (hold.renewed || !hold.stands(now)) {
            return Kind.NOT_RENEWABLE;
        }
        hold.renewed = true;
        hold.until = now.plus(HOLD);
        return Kind.DONE;
    }

    private Kind release(OneHold hold) {
        hold.released = true;
        return Kind.DONE;
    }

    private Kind book(Command.Book wish, Outcome real) {
        if (visitOfKey.containsKey(wish.key())) {
            return Kind.DONE;
        }
        OneHold hold = wish.hold() == null || holds.isEmpty() ? null : holds.get(wish.hold() % holds.size());
        if (hold != null && hold.booked) {
            return Kind.NO_HOLD;
        }
        if (hold != null && !(hold.place.therapist == wish.therapist() && hold.place.start.equals(wish.start()))) {
            return Kind.HOLD_MISMATCH;
        }
        return hold != null && hold.stands(now) ? bookHeld(wish, hold) : bookFree(wish, real);
    }

    private Kind bookHeld(Command.Book wish, OneHold hold) {
        Place place = hold.place.copy();
        place.client = wish.client();
        if (!clientIsFree(place, null)) {
            return Kind.TAKEN;
        }
        hold.booked = true;
        remember(wish, place);
        return Kind.DONE;
    }

    private Kind bookFree(Command.Book wish, Outcome real) {
        Kind offered = offered(wish.therapist(), wish.start(), false, null);
        if (offered != Kind.DONE) {
            return offered;
        }
        Place place = place(wish.therapist(), wish.start());
        place.client = wish.client();
        Kind refusal = cannotTake(place, null);
        if (refusal != null) {
            return refusal;
        }
        Kind room = giveRoom(place, real, null);
        remember(wish, place);
        return room;
    }

    private void remember(Command.Book wish, Place place) {
        boolean instant = listing(wish.therapist()).rules().instant();
        OneVisit visit = new OneVisit(place, instant ? Status.CONFIRMED : Status.REQUESTED);
        visit.until = instant ? null : patience(place);
        visit.did("BOOKED", Actor.Kind.CLIENT);
        visits.add(visit);
        visitOfKey.put(wish.key(), visits.size() - 1);
    }

    private Kind propose(OneVisit visit, Instant start, Outcome real) {
        Status status = visit.statusAt(now);
        boolean open = status == Status.REQUESTED || status == Status.PROPOSED;
        if ((!open && status != Status.CONFIRMED) || !now.isBefore(visit.place.start)) {
            return Kind.STATE;
        }
        Kind offered = offered(visit.place.therapist, start, true, visit);
        if (offered != Kind.DONE) {
            return offered;
        }
        Place there = visit.place.movedTo(start, listing(visit.place.therapist));
        Kind refusal = cannotTake(there, visit);
        if (refusal != null) {
            return refusal;
        }
        Place wanted = visit.wantedAt(now);
        if (status == Status.CONFIRMED) {
            boolean asksAlready = wanted != null && visit.wantedBy == Actor.Kind.STAFF && wanted.start.equals(start);
            if (asksAlready || visit.place.start.equals(start)) {
                return Kind.DONE;
            }
            visit.wants(there, Actor.Kind.STAFF, patience(there));
            visit.did("MOVE_ASKED", Actor.Kind.STAFF);
        } else if (!(status == Status.PROPOSED && visit.place.start.equals(start))) {
            visit.place = there;
            visit.status = Status.PROPOSED;
            visit.until = patience(there);
            visit.did("PROPOSED", Actor.Kind.STAFF);
        } else {
            return Kind.DONE;
        }
        return giveRoom(there, real, visit);
    }

    private Kind moveByClient(OneVisit visit, Instant start, Outcome real) {
        Status status = visit.statusAt(now);
        if ((status != Status.REQUESTED && status != Status.CONFIRMED) || !now.isBefore(visit.place.start)) {
            return Kind.STATE;
        }
        Kind offered = offered(visit.place.therapist, start, false, visit);
        if (offered != Kind.DONE) {
            return offered;
        }
        Place there = visit.place.movedTo(start, listing(visit.place.therapist));
        Kind refusal = cannotTake(there, visit);
        if (refusal != null) {
            return refusal;
        }
        if (visit.place.start.equals(start)) {
            return Kind.DONE;
        }
        if (status == Status.REQUESTED) {
            visit.moveTo(there, patience(there), Actor.Kind.CLIENT);
        } else if (listing(visit.place.therapist).rules().instant() && !now.isAfter(visit.place.start.minus(CUTOFF))) {
            visit.moveTo(there, null, Actor.Kind.CLIENT);
        } else {
            Place wanted = visit.wantedAt(now);
            if (wanted != null && visit.wantedBy == Actor.Kind.CLIENT && wanted.start.equals(start)) {
                return Kind.DONE;
            }
            visit.wants(there, Actor.Kind.CLIENT, patience(there));
            visit.did("MOVE_ASKED", Actor.Kind.CLIENT);
        }
        return giveRoom(there, real, visit);
    }

    private Kind moveByStaff(OneVisit visit, Instant start, Outcome real) {
        if (visit.statusAt(now) != Status.CONFIRMED) {
            return Kind.STATE;
        }
        Kind offered = offered(visit.place.therapist, start, true, visit);
        if (offered != Kind.DONE) {
            return offered;
        }
        Place there = visit.place.movedTo(start, listing(visit.place.therapist));
        Kind refusal = cannotTake(there, visit);
        if (refusal != null) {
            return refusal;
        }
        if (visit.place.start.equals(start)) {
            return Kind.DONE;
        }
        visit.moveTo(there, null, Actor.Kind.STAFF);
        return giveRoom(there, real, visit);
    }

    private Kind checkIn(OneVisit visit) {
        if (visit.isDone("CHECKED_IN", Status.CHECKED_IN, Actor.Kind.STAFF)) {
            return Kind.DONE;
        }
        if (visit.statusAt(now) != Status.CONFIRMED) {
            return Kind.STATE;
        }
        Listing listing = listing(visit.place.therapist);
        LocalDate date = visit.place.start.atZone(listing.zone()).toLocalDate();
        if (now.isBefore(date.atStartOfDay(listing.zone()).toInstant())) {
            return Kind.TOO_EARLY;
        }
        return visit.become(Status.CHECKED_IN, "CHECKED_IN", Actor.Kind.STAFF);
    }

    private Kind byLink(OneVisit visit, Supplier<Kind> deed) {
        return now.isBefore(visit.place.end.plus(LINK_READS_FOR)) ? deed.get() : Kind.UNKNOWN;
    }

    /** What the rules say; where the therapist is busy with something else, that is the reason to be given. */
    private Kind offered(int therapist, Instant start, boolean staff, @Nullable OneVisit moving) {
        if (!start.isAfter(now)) {
            return Kind.PAST;
        }
        LocalDate date = start.atZone(listing(therapist).zone()).toLocalDate();
        if (naive(therapist, staff).on(date).contains(start)) {
            return Kind.DONE;
        }
        return noOpening(place(therapist, start), moving);
    }

    private Kind noOpening(Place place, @Nullable OneVisit moving) {
        TimeSpan visit = new TimeSpan(place.start, place.end);
        boolean busy = taken(moving).anyMatch(other -> other.therapist == place.therapist && other.works(visit));
        return busy ? Kind.TAKEN : Kind.NOT_AN_OPENING;
    }

    private @Nullable Kind cannotTake(Place place, @Nullable OneVisit moving) {
        if (!isWithinLimits(place, moving)) {
            return noOpening(place, moving);
        }
        return isFree(place, moving) ? null : Kind.TAKEN;
    }

    private boolean isWithinLimits(Place place, @Nullable OneVisit moving) {
        DayLimits limits = listing(place.therapist).rules().limits();
        List<Place> others = onTheDayOf(place, moving);
        boolean fewEnough = limits.visits() == null || others.size() + 1 <= limits.visits();
        Duration handsOn = others.stream().map(Place::length).reduce(place.length(), Duration::plus);
        boolean shortEnough = limits.handsOn() == null || handsOn.compareTo(limits.handsOn()) <= 0;
        DayLimits.InARow inARow = limits.inARow();
        return fewEnough
                && shortEnough
                && (inARow == null || stretch(place, others, inARow.rest()).compareTo(inARow.most()) <= 0);
    }

    private List<Place> onTheDayOf(Place place, @Nullable OneVisit moving) {
        ZoneId zone = listing(place.therapist).zone();
        LocalDate date = place.start.atZone(zone).toLocalDate();
        Stream<Place> past = visits.stream()
                .filter(visit -> visit.status == Status.COMPLETED && !Objects.equals(visit, moving))
                .map(visit -> visit.place);
        return Stream.concat(taken(moving), past)
                .filter(other -> other.therapist == place.therapist
                        && other.start.atZone(zone).toLocalDate().equals(date))
                .toList();
    }

    /** The hands-on time around a place that no rest interrupts. */
    private static Duration stretch(Place place, List<Place> others, Duration rest) {
        List<Place> rests = new ArrayList<>(others);
        List<Place> stretch = new ArrayList<>(List.of(place));
        boolean grown = true;
        while (grown) {
            List<Place> near = rests.stream()
                    .filter(other -> stretch.stream()
                            .anyMatch(each -> other.start.isBefore(each.end.plus(rest))
                                    && each.start.isBefore(other.end.plus(rest))))
                    .toList();
            grown = stretch.addAll(near);
            rests.removeAll(near);
        }
        return stretch.stream().map(Place::length).reduce(Duration.ZERO, Duration::plus);
    }

    private NaiveOpenings naive(int therapist, boolean staff) {
        Listing listing = listing(therapist);
        return new NaiveOpenings(staff ? Scene.withoutNoticeOrHorizon(listing) : listing, now, List.of());
    }

    private Treatment treatment(int therapist) {
        return listing(therapist).treatments().getFirst();
    }

    private Place place(int therapist, Instant start) {
        Treatment treatment = treatment(therapist);
        Instant end = start.plus(treatment.length());
        return new Place(therapist, start, end, end.plus(treatment.buffer()), treatment.roomNeeded());
    }

    private Instant patience(Place place) {
        Instant until = now.plus(listing(place.therapist).rules().requestWait());
        return until.isBefore(place.start) ? until : place.start;
    }

    /** All time that somebody has at this moment. */
    private Stream<Place> taken(@Nullable OneVisit except) {
        return Stream.concat(
                visits.stream().filter(visit -> !Objects.equals(visit, except)).flatMap(visit -> visit.places(now)),
                holds.stream().filter(hold -> hold.stands(now)).map(hold -> hold.place));
    }

    private boolean isFree(Place place, @Nullable OneVisit moving) {
        return taken(moving).noneMatch(other -> other.therapist == place.therapist && other.works(place.work()))
                && (!place.roomNeeded || !freeRooms(place, moving).isEmpty())
                && clientIsFree(place, moving);
    }

    private boolean clientIsFree(Place place, @Nullable OneVisit moving) {
        return place.client == null
                || taken(moving)
                        .noneMatch(other -> Objects.equals(other.client, place.client)
                                && other.start.isBefore(place.end)
                                && place.start.isBefore(other.end));
    }

    private List<String> freeRooms(Place place, @Nullable OneVisit moving) {
        return listing(place.therapist).workplaces().getFirst().rooms().stream()
                .map(Room::name)
                .filter(room -> taken(moving).noneMatch(other -> room.equals(other.room) && other.works(place.work())))
                .toList();
    }

    private Kind giveRoom(Place place, Outcome real, @Nullable OneVisit owner) {
        if (!place.roomNeeded) {
            return Kind.DONE;
        }
        // The place itself is among what is taken by now, without a room.
        List<String> free = freeRooms(place, owner);
        String given = real.room();
        place.room = given != null ? given : free.stream().findFirst().orElse(null);
        return free.contains(place.room) ? Kind.DONE : Kind.ROOM_TAKEN;
    }

    private Kind onVisit(int number, Function<OneVisit, Kind> deed) {
        return visits.isEmpty() ? Kind.NOTHING : deed.apply(visits.get(number % visits.size()));
    }

    private Kind onHold(int number, Function<OneHold, Kind> deed) {
        if (holds.isEmpty()) {
            return Kind.NOTHING;
        }
        OneHold hold = holds.get(number % holds.size());
        return hold.booked ? Kind.NO_HOLD : deed.apply(hold);
    }

    /** Whether nobody has a therapist's or a room's time that somebody else has too. */
    boolean sharesNothing() {
        List<List<Place>> owners = Stream.concat(
                        visits.stream().map(visit -> visit.places(now).toList()),
                        holds.stream().filter(hold -> hold.stands(now)).map(hold -> List.of(hold.place)))
                .toList();
        return IntStream.range(0, owners.size())
                .allMatch(one -> owners.subList(one + 1, owners.size()).stream()
                        .flatMap(List::stream)
                        .noneMatch(other -> owners.get(one).stream().anyMatch(other::clashesWith)));
    }

    /** Time of a therapist, a room and a client. */
    private static final class Place {
        private final int therapist;
        private final Instant start;
        private final Instant end;
        private final Instant workEnd;
        private final boolean roomNeeded;
        private @Nullable String room;
        private @Nullable Integer client;

        Place(int therapist, Instant start, Instant end, Instant workEnd, boolean roomNeeded) {
            this.therapist = therapist;
            this.start = start;
            this.end = end;
            this.workEnd = workEnd;
            this.roomNeeded = roomNeeded;
        }

        Place copy() {
            Place copy = new Place(therapist, start, end, workEnd, roomNeeded);
            copy.room = room;
            copy.client = client;
            return copy;
        }

        Place movedTo(Instant other, Listing listing) {
            Instant otherEnd = other.plus(Duration.between(start, end));
            Place there = new Place(
                    therapist,
                    other,
                    otherEnd,
                    otherEnd.plus(Duration.between(end, workEnd)),
                    listing.treatments().getFirst().roomNeeded());
            there.client = client;
            return there;
        }

        Duration length() {
            return Duration.between(start, end);
        }

        TimeSpan work() {
            return new TimeSpan(start, workEnd);
        }

        boolean works(TimeSpan span) {
            return start.isBefore(span.until()) && span.from().isBefore(workEnd);
        }

        boolean clashesWith(Place other) {
            boolean sameRoom = room != null && room.equals(other.room);
            return (therapist == other.therapist || sameRoom) && works(other.work());
        }
    }

    private static final class OneHold {
        private final Place place;
        private Instant until;
        private boolean renewed;
        private boolean released;
        private boolean booked;

        OneHold(Place place, Instant until) {
            this.place = place;
            this.until = until;
        }

        OneHold copy() {
            OneHold copy = new OneHold(place.copy(), until);
            copy.renewed = renewed;
            copy.released = released;
            copy.booked = booked;
            return copy;
        }

        boolean stands(Instant now) {
            return !booked && !released && until.isAfter(now);
        }
    }

    private static final class OneVisit {
        private Place place;
        private Status status;
        private @Nullable Instant until;
        private @Nullable Place wanted;
        private Actor.@Nullable Kind wantedBy;
        private @Nullable Instant wantedUntil;
        private String lastDeed = "";
        private Actor.@Nullable Kind lastBy;

        OneVisit(Place place, Status status) {
            this.place = place;
            this.status = status;
        }

        OneVisit copy() {
            OneVisit copy = new OneVisit(place.copy(), status);
            copy.until = until;
            copy.wanted = wanted == null ? null : wanted.copy();
            copy.wantedBy = wantedBy;
            copy.wantedUntil = wantedUntil;
            copy.lastDeed = lastDeed;
            copy.lastBy = lastBy;
            return copy;
        }

        Status statusAt(Instant now) {
            boolean open = status == Status.REQUESTED || status == Status.PROPOSED;
            return open && until != null && !until.isAfter(now) ? Status.EXPIRED : status;
        }

        @Nullable Place wantedAt(Instant now) {
            return wanted != null && wantedUntil != null && wantedUntil.isAfter(now) ? wanted : null;
        }

        Stream<Place> places(Instant now) {
            Stream<Place> own = statusAt(now).takesTime() ? Stream.of(place) : Stream.of();
            return Stream.concat(own, Stream.ofNullable(wantedAt(now)));
        }

        void expire(Instant now) {
            if (statusAt(now) != status) {
                become(Status.EXPIRED, "EXPIRED", Actor.Kind.SYSTEM);
            } else if (wanted != null && wantedAt(now) == null) {
                become(status, "MOVE_REFUSED", Actor.Kind.SYSTEM);
            }
        }

        Kind accept(Actor.Kind by, Instant now) {
            if (isDone("ACCEPTED", Status.CONFIRMED, by) || isDone("MOVED", Status.CONFIRMED, by)) {
                return Kind.DONE;
            }
            Place asked = wantedAt(now);
            if (asked != null && wantedBy != by) {
                moveTo(asked, null, by);
                return Kind.DONE;
            }
            if (statusAt(now) != answeredBy(by)) {
                return Kind.STATE;
            }
            return become(Status.CONFIRMED, "ACCEPTED", by);
        }

        Kind decline(Actor.Kind by, Instant now) {
            if (isDone("DECLINED", Status.DECLINED, by) || isDone("MOVE_REFUSED", Status.CONFIRMED, by)) {
                return Kind.DONE;
            }
            if (wantedAt(now) != null && wantedBy != by) {
                return become(Status.CONFIRMED, "MOVE_REFUSED", by);
            }
            if (statusAt(now) != answeredBy(by)) {
                return Kind.STATE;
            }
            return become(Status.DECLINED, "DECLINED", by);
        }

        private static Status answeredBy(Actor.Kind by) {
            return by == Actor.Kind.STAFF ? Status.REQUESTED : Status.PROPOSED;
        }

        Kind cancelByClient(Instant now) {
            if (isDone("CANCELLED", Status.CANCELLED_BY_CLIENT, Actor.Kind.CLIENT)) {
                return Kind.DONE;
            }
            return statusAt(now).takesTime() && now.isBefore(place.start)
                    ? become(Status.CANCELLED_BY_CLIENT, "CANCELLED", Actor.Kind.CLIENT)
                    : Kind.STATE;
        }

        Kind cancelByStaff(Instant now) {
            if (isDone("CANCELLED", Status.CANCELLED_BY_THERAPIST, Actor.Kind.STAFF)) {
                return Kind.DONE;
            }
            boolean agreed = status == Status.CONFIRMED || status == Status.CHECKED_IN;
            return agreed && now.isBefore(place.end)
                    ? become(Status.CANCELLED_BY_THERAPIST, "CANCELLED", Actor.Kind.STAFF)
                    : Kind.STATE;
        }

        Kind complete(Instant now) {
            if (isDone("COMPLETED", Status.COMPLETED, Actor.Kind.STAFF)) {
                return Kind.DONE;
            }
            if (statusAt(now) != Status.CHECKED_IN) {
                return Kind.STATE;
            }
            return now.isBefore(place.start) ? Kind.TOO_EARLY : become(Status.COMPLETED, "COMPLETED", Actor.Kind.STAFF);
        }

        Kind noShow(Instant now) {
            if (isDone("MARKED_NO_SHOW", Status.NO_SHOW, Actor.Kind.STAFF)) {
                return Kind.DONE;
            }
            if (statusAt(now) != Status.CONFIRMED) {
                return Kind.STATE;
            }
            return now.isBefore(place.start)
                    ? Kind.TOO_EARLY
                    : become(Status.NO_SHOW, "MARKED_NO_SHOW", Actor.Kind.STAFF);
        }

        void moveTo(Place there, @Nullable Instant openUntil, Actor.Kind by) {
            place = there;
            become(status, "MOVED", by);
            until = openUntil;
        }

        void wants(Place there, Actor.Kind by, Instant patience) {
            wanted = there;
            wantedBy = by;
            wantedUntil = patience;
        }

        Kind become(Status next, String deed, Actor.Kind by) {
            status = next;
            until = null;
            wanted = null;
            wantedBy = null;
            wantedUntil = null;
            did(deed, by);
            return Kind.DONE;
        }

        void did(String deed, Actor.Kind by) {
            lastDeed = deed;
            lastBy = by;
        }

        boolean isDone(String deed, Status reached, Actor.Kind by) {
            return status == reached && lastDeed.equals(deed) && lastBy == by;
        }
    }
}
