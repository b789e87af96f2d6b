package org.bodywork.bookings.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bodywork.bookings.model.Command.Answers;
import org.bodywork.bookings.model.Outcome.Kind;

/** Holds, bookings and blocks: somebody gets time who had none. */
final class TakingTime {

    private final Notebook notes;
    private final Permission permission;

    TakingTime(Notebook notes, Permission permission) {
        this.notes = notes;
        this.permission = permission;
    }

    Kind hold(Command.TakeHold wish, Outcome real) {
        Place place = notes.place(wish.therapist(), wish.start());
        Kind refusal = permission.against(place, Set.of(), null, real);
        if (refusal != null) {
            return refusal;
        }
        List<OneHold> standing =
                notes.holds.stream().filter(hold -> hold.stands(notes.now())).toList();
        long ofBrowser =
                standing.stream().filter(hold -> hold.browser == wish.browser()).count();
        if (ofBrowser >= Scene.HOLDS_PER_BROWSER || standing.size() >= Scene.HOLDS_PER_ADDRESS) {
            return Kind.TOO_MANY;
        }
        Kind room = roomGiven(place, real);
        notes.holds.add(new OneHold(place.in(real.room()), wish.browser(), notes.now()));
        return room;
    }

    Kind book(Command.Book wish, Outcome real) {
        if (notes.visitOfKey.containsKey(wish.key())) {
            return Kind.DONE;
        }
        OneHold hold = wish.hold() == null || notes.holds.isEmpty() ? null : notes.holds.get(wish.hold());
        if (hold == null) {
            return bookFree(wish, real);
        }
        if (hold.isBooked()) {
            return Kind.NO_HOLD;
        }
        if (!(hold.place.therapist() == wish.therapist() && hold.place.start().equals(wish.start()))) {
            return Kind.HOLD_MISMATCH;
        }
        return hold.stands(notes.now()) ? bookHeld(wish, hold) : bookFree(wish, real);
    }

    private Kind bookHeld(Command.Book wish, OneHold hold) {
        Place place = hold.place.of(wish.client());
        if (!permission.clientIsFree(place, null)) {
            return Kind.TAKEN;
        }
        if (hasEnough(wish)) {
            return Kind.TOO_MANY;
        }
        hold.becomeVisit();
        return remember(wish, place);
    }

    private Kind bookFree(Command.Book wish, Outcome real) {
        Place place = notes.place(wish.therapist(), wish.start()).of(wish.client());
        Kind refusal = permission.against(place, Set.of(), null, real);
        if (refusal != null) {
            return refusal;
        }
        if (hasEnough(wish)) {
            return Kind.TOO_MANY;
        }
        Kind room = roomGiven(place, real);
        remember(wish, place.in(real.room()));
        return room;
    }

    Kind bookByStaff(Command.BookByStaff wish, Outcome real) {
        if (notes.visitOfKey.containsKey(wish.key())) {
            return Kind.DONE;
        }
        Place place = notes.place(wish.therapist(), wish.start()).of(wish.client());
        Kind refusal = permission.against(place, wish.waived(), null, real);
        if (refusal != null) {
            return refusal;
        }
        Kind room = roomGiven(place, real);
        add(wish.key(), OneVisit.bookedByStaff(place.in(real.room())));
        return room;
    }

    /** It stands only where nobody does. */
    Kind block(Command.Block wish) {
        Place place = Place.blocked(wish.therapist(), wish.from(), wish.length());
        if (permission.isBusy(wish.therapist(), place.work(), null)) {
            return Kind.VISITS_STAND;
        }
        notes.blocks.add(new OneBlock(place, true));
        return Kind.DONE;
    }

    private boolean hasEnough(Command.Book wish) {
        List<OneVisit> theirs = notes.ofContact(wish.client()).toList();
        LocalDate today = today(wish);
        return theirs.stream().filter(visit -> visit.countsOn(today)).count() >= Scene.BOOKINGS_A_DAY
                || (isRequest(wish)
                        && theirs.stream()
                                        .filter(visit -> visit.isOpenRequest(notes.now()))
                                        .count()
                                >= Scene.OPEN_REQUESTS);
    }

    private boolean isRequest(Command.Book wish) {
        return !notes.listing(wish.therapist()).rules().instant() || wish.answers() == Answers.RED_FLAG;
    }

    private LocalDate today(Command.Book wish) {
        return notes.dateOf(wish.therapist(), notes.now());
    }

    private Kind remember(Command.Book wish, Place place) {
        add(
                wish.key(),
                OneVisit.booked(place, isRequest(wish) ? notes.patience(place) : null, wish.answers(), today(wish)));
        return Kind.DONE;
    }

    private void add(int key, OneVisit visit) {
        notes.visits.add(visit);
        notes.visitOfKey.put(key, notes.visits.size() - 1);
    }

    private Kind roomGiven(Place place, Outcome real) {
        return permission.isRightRoom(place, real.room(), null) ? Kind.DONE : Kind.ROOM_TAKEN;
    }
}
