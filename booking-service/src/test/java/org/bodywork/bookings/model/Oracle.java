package org.bodywork.bookings.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.model.Command.Wish;
import org.bodywork.bookings.model.Outcome.Kind;
import org.bodywork.bookings.opening.domain.Listing;
import org.jspecify.annotations.Nullable;

/**
 * What ought to be so, one wish after the other. Which of several free rooms was given is the one thing it takes from the
 * service's answer, and checks.
 */
final class Oracle {

    private final Notebook notes;
    private final RuleBook rules;
    private final Permission permission;
    private final TakingTime taking;
    private final MovingTime moving;

    Oracle(List<Listing> listings, Instant now) {
        this(new Notebook(listings, now), new RuleBook(now));
    }

    private Oracle(Notebook notes, RuleBook rules) {
        this.notes = notes;
        this.rules = rules;
        this.permission = new Permission(notes, rules);
        this.taking = new TakingTime(notes, permission);
        this.moving = new MovingTime(notes, permission);
    }

    Oracle copy() {
        return new Oracle(notes.copy(), rules);
    }

    Instant now() {
        return notes.now();
    }

    int visits() {
        return notes.visits.size();
    }

    int holds() {
        return notes.holds.size();
    }

    int blocks() {
        return notes.blocks.size();
    }

    Listing listing(int therapist) {
        return notes.listing(therapist);
    }

    void change(int therapist, Listing listing) {
        notes.change(therapist, listing);
    }

    void advance(Duration time) {
        notes.advance(time);
    }

    void sweep() {
        notes.visits.forEach(visit -> visit.expire(now()));
        notes.holds.stream().filter(hold -> !hold.stands(now())).forEach(OneHold::release);
    }

    String describe(int visit) {
        return notes.visits.get(visit).describe(now());
    }

    Place placeOf(int visit) {
        return notes.visits.get(visit).place();
    }

    Place held(int hold) {
        return notes.holds.get(hold).place;
    }

    /** The visit that a key has led to. */
    @Nullable Integer visitOf(int key) {
        return notes.visitOfKey.get(key);
    }

    boolean sharesNothing() {
        return notes.sharesNothing();
    }

    /** Every start on that date that anybody could book now. */
    List<Instant> openings(int therapist, LocalDate date) {
        return permission.openings(therapist, date);
    }

    Kind apply(Wish wish, Outcome real) {
        return switch (wish) {
            case Command.TakeHold hold -> taking.hold(hold, real);
            case Command.Renew renew -> onHold(renew.hold(), hold -> hold.renew(now()));
            case Command.Release release -> onHold(release.hold(), OneHold::release);
            case Command.Book book -> taking.book(book, real);
            case Command.BookByStaff book -> taking.bookByStaff(book, real);
            case Command.Block block -> taking.block(block);
            case Command.Lift lift -> lift(lift.block());
            case Command.OfVisit ofVisit -> onVisit(ofVisit, real);
        };
    }

    private Kind onVisit(Command.OfVisit wish, Outcome real) {
        OneVisit visit = notes.visits.get(wish.visit());
        return switch (wish) {
            case Command.Accept _ -> visit.accept(Actor.Kind.STAFF, now());
            case Command.Decline _ -> visit.decline(Actor.Kind.STAFF, now());
            case Command.Propose propose -> moving.propose(visit, propose.start(), real);
            case Command.MoveByStaff move -> moving.byStaff(visit, move.start(), move.waived(), real);
            case Command.CancelByStaff _ -> visit.cancelByStaff(now());
            case Command.CheckIn _ -> visit.checkIn(beginningOfTheDayOf(visit), now());
            case Command.Complete _ -> visit.complete(now());
            case Command.NoShow _ -> visit.noShow(now());
            case Command.Correct correct -> correct(visit, correct);
            case Command.AcceptProposal _ -> byLink(visit, () -> visit.accept(Actor.Kind.CLIENT, now()));
            case Command.DeclineProposal _ -> byLink(visit, () -> visit.decline(Actor.Kind.CLIENT, now()));
            case Command.MoveByClient move -> byLink(visit, () -> moving.byClient(visit, move.start(), real));
            case Command.CancelByClient _ -> byLink(visit, () -> visit.cancelByClient(now()));
            case Command.HandIn handIn -> byLink(visit, () -> visit.answer(handIn.answers(), now()));
        };
    }

    private Kind correct(OneVisit visit, Command.Correct wish) {
        if (wish.stale()) {
            return Kind.CHANGED_SINCE;
        }
        if (!visit.statusAt(now()).takesTime()) {
            return Kind.STATE;
        }
        boolean isFree = visit.places(now()).allMatch(place -> permission.clientIsFree(place.of(wish.client()), visit));
        if (!isFree) {
            return Kind.TAKEN;
        }
        visit.turnOutToBeOf(wish.client());
        return Kind.DONE;
    }

    private Kind lift(int block) {
        notes.blocks.set(block, notes.blocks.get(block).lifted());
        return Kind.DONE;
    }

    private Kind onHold(int number, Function<OneHold, Kind> deed) {
        OneHold hold = notes.holds.get(number);
        return hold.isBooked() ? Kind.NO_HOLD : deed.apply(hold);
    }

    private Kind byLink(OneVisit visit, Supplier<Kind> deed) {
        return visit.isStillRead(now()) ? deed.get() : Kind.UNKNOWN;
    }

    private Instant beginningOfTheDayOf(OneVisit visit) {
        ZoneId zone = listing(visit.place().therapist()).zone();
        return visit.place()
                .start()
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant();
    }
}
