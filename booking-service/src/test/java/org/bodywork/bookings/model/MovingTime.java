package org.bodywork.bookings.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.model.Outcome.Kind;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Waiver;

/** Proposals, moves and wishes to move: a visit gets another time, and is never in its own way. */
final class MovingTime {

    private static final Set<Waiver> PLANNING = Set.of(Waiver.NOTICE, Waiver.HORIZON);

    private final Notebook notes;
    private final Permission permission;

    MovingTime(Notebook notes, Permission permission) {
        this.notes = notes;
        this.permission = permission;
    }

    Kind propose(OneVisit visit, Instant start, Outcome real) {
        Status status = visit.statusAt(notes.now());
        if (!(status.isOpen() || status == Status.CONFIRMED) || hasBegun(visit)) {
            return Kind.STATE;
        }
        return move(visit, start, PLANNING, real, there -> {
            if (status == Status.CONFIRMED) {
                return isThere(visit, start) || visit.asks(Actor.Kind.STAFF, start, notes.now())
                        ? Kind.NOTHING
                        : visit.ask(there, Actor.Kind.STAFF, notes.patience(there));
            }
            return status == Status.PROPOSED && isThere(visit, start)
                    ? Kind.NOTHING
                    : visit.propose(there, notes.patience(there));
        });
    }

    Kind byClient(OneVisit visit, Instant start, Outcome real) {
        Status status = visit.statusAt(notes.now());
        if (!(status == Status.REQUESTED || status == Status.CONFIRMED) || hasBegun(visit)) {
            return Kind.STATE;
        }
        return move(visit, start, Set.of(), real, there -> {
            if (isThere(visit, start)) {
                return Kind.NOTHING;
            }
            if (status == Status.REQUESTED) {
                return visit.moveTo(there, notes.patience(there), Actor.Kind.CLIENT);
            }
            if (mayMoveAlone(visit)) {
                return visit.moveTo(there, null, Actor.Kind.CLIENT);
            }
            return visit.asks(Actor.Kind.CLIENT, start, notes.now())
                    ? Kind.NOTHING
                    : visit.ask(there, Actor.Kind.CLIENT, notes.patience(there));
        });
    }

    Kind byStaff(OneVisit visit, Instant start, Set<Waiver> waived, Outcome real) {
        if (visit.statusAt(notes.now()) != Status.CONFIRMED) {
            return Kind.STATE;
        }
        Set<Waiver> all = EnumSet.copyOf(PLANNING);
        all.addAll(waived);
        return move(
                visit,
                start,
                all,
                real,
                there -> isThere(visit, start) ? Kind.NOTHING : visit.moveTo(there, null, Actor.Kind.STAFF));
    }

    /** What having the other time means to the visit: {@code NOTHING} where it has it already. */
    private interface Deed {

        Kind at(Place there);
    }

    private Kind move(OneVisit visit, Instant start, Set<Waiver> waived, Outcome real, Deed deed) {
        Place there = visit.place().at(start);
        Kind refusal = permission.against(there, waived, visit, real);
        if (refusal != null) {
            return refusal;
        }
        if (deed.at(there) == Kind.NOTHING) {
            return Kind.DONE;
        }
        visit.take(real.room());
        return permission.isRightRoom(there, real.room(), visit) ? Kind.DONE : Kind.ROOM_TAKEN;
    }

    private boolean hasBegun(OneVisit visit) {
        return !notes.now().isBefore(visit.place().start());
    }

    private static boolean isThere(OneVisit visit, Instant start) {
        return visit.place().start().equals(start);
    }

    private boolean mayMoveAlone(OneVisit visit) {
        Listing listing = notes.listing(visit.place().therapist());
        Instant cutOff = visit.place().start().minus(listing.rules().cancellationCutoff());
        return listing.rules().instant() && !notes.now().isAfter(cutOff);
    }
}
