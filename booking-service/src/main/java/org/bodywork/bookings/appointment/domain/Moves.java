package org.bodywork.bookings.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.opening.domain.BookingRules;

/** What each side may do to give a visit another time, and what that means to it. */
public record Moves(Appointment visit) {

    /**
     * The therapist can at another time only. A request then keeps just that time; a confirmed visit stays until the
     * client has answered.
     */
    public Optional<Change> propose(Visit other, Actor staff, Duration wait, Instant now) {
        requireProposable(now);
        Instant until = Appointment.earlier(now.plus(wait), other.start());
        if (visit.status() == Status.CONFIRMED) {
            boolean isThere = visit.state().visit().start().equals(other.start());
            return isThere || asksAlready(other, Actor.Kind.STAFF, now)
                    ? Optional.empty()
                    : Optional.of(asked(new Wanted(other, Actor.Kind.STAFF, until), staff, now));
        }
        if (visit.status() == Status.PROPOSED && visit.state().visit().start().equals(other.start())) {
            return Optional.empty();
        }
        AuditEntry entry = visit.entry(Action.PROPOSED, Status.PROPOSED, staff, null, other, now);
        return Optional.of(visit.to(visit.state().next().takingPlace(other).waitingUntil(until), entry));
    }

    public void requireProposable(Instant now) {
        if (!visit.statusAt(now).isOpen()) {
            visit.requireStatus(Status.CONFIRMED, now);
        }
        requireBeforeStart(now);
    }

    /** The client says yes to the time that the therapist proposes. */
    public Optional<Change> acceptProposal(Instant now) {
        if (visit.isDone(Action.ACCEPTED, Status.CONFIRMED, Actor.CLIENT)
                || visit.isDone(Action.MOVED, Status.CONFIRMED, Actor.CLIENT)) {
            return Optional.empty();
        }
        Wanted wanted = visit.wantedBy(Actor.Kind.STAFF, now);
        if (wanted != null) {
            return Optional.of(visit.moved(wanted.visit(), Origin.CLIENT, now));
        }
        visit.requireStatus(Status.PROPOSED, now);
        return Optional.of(visit.change(Action.ACCEPTED, Status.CONFIRMED, Actor.CLIENT, null, now));
    }

    /** The client says no to it. A confirmed visit stays where it is. */
    public Optional<Change> declineProposal(Instant now) {
        if (visit.isDone(Action.DECLINED, Status.DECLINED, Actor.CLIENT)
                || visit.isDone(Action.MOVE_REFUSED, Status.CONFIRMED, Actor.CLIENT)) {
            return Optional.empty();
        }
        if (visit.wantedBy(Actor.Kind.STAFF, now) != null) {
            return Optional.of(visit.change(Action.MOVE_REFUSED, Status.CONFIRMED, Actor.CLIENT, null, now));
        }
        visit.requireStatus(Status.PROPOSED, now);
        return Optional.of(visit.change(Action.DECLINED, Status.DECLINED, Actor.CLIENT, null, now));
    }

    /**
     * The client wants another time. Outside the cut-off a therapist of instant bookings is simply told; otherwise the
     * therapist is asked, and a request just asks for the other time.
     *
     * @param rules the therapist's, as they are now
     */
    public Optional<Change> rescheduleByClient(Visit other, BookingRules rules, Instant now) {
        requireMovable(now);
        if (visit.state().visit().start().equals(other.start())) {
            return Optional.empty();
        }
        Instant until = Appointment.earlier(now.plus(rules.requestWait()), other.start());
        if (visit.status() == Status.REQUESTED) {
            AuditEntry entry = visit.entry(Action.MOVED, Status.REQUESTED, Actor.CLIENT, null, other, now);
            return Optional.of(visit.to(
                    visit.state().next().takingPlace(other).waitingUntil(until).askingTherapist(now, until), entry));
        }
        if (isForClientAlone(rules, now)) {
            return Optional.of(visit.moved(other, Origin.CLIENT, now));
        }
        return asksAlready(other, Actor.Kind.CLIENT, now)
                ? Optional.empty()
                : Optional.of(asked(new Wanted(other, Actor.Kind.CLIENT, until), Actor.CLIENT, now));
    }

    /** Staff move a confirmed visit, whoever asked for what. */
    public Optional<Change> rescheduleByStaff(Visit other, Origin origin, Instant now) {
        visit.requireStatus(Status.CONFIRMED, now);
        return visit.state().visit().start().equals(other.start())
                ? Optional.empty()
                : Optional.of(visit.moved(other, origin, now));
    }

    public void requireMovable(Instant now) {
        if (visit.statusAt(now) != Status.REQUESTED) {
            visit.requireStatus(Status.CONFIRMED, now);
        }
        requireBeforeStart(now);
    }

    /** Whether the client is asked for a yes or no. */
    public boolean isProposedToClient(Instant now) {
        return !visit.isSeenByCompanion()
                && (visit.statusAt(now) == Status.PROPOSED || visit.wantedBy(Actor.Kind.STAFF, now) != null);
    }

    public boolean clientMayMove(Instant now) {
        Status present = visit.statusAt(now);
        return !visit.isSeenByCompanion()
                && (present == Status.REQUESTED || present == Status.CONFIRMED)
                && now.isBefore(visit.state().visit().start());
    }

    /** Whether the client's word is enough to move a confirmed visit. */
    public boolean isForClientAlone(BookingRules rules, Instant now) {
        return rules.instant() && !visit.isLateAt(now);
    }

    private boolean asksAlready(Visit other, Actor.Kind side, Instant now) {
        Wanted wanted = visit.wantedBy(side, now);
        return wanted != null && wanted.visit().start().equals(other.start());
    }

    private Change asked(Wanted wanted, Actor by, Instant now) {
        AuditEntry entry = visit.entry(Action.MOVE_ASKED, Status.CONFIRMED, by, null, wanted.visit(), now);
        AppointmentState.Next next = visit.state().next().wanting(wanted);
        return visit.to(wanted.by() == Actor.Kind.CLIENT ? next.askingTherapist(now, wanted.expiresAt()) : next, entry);
    }

    private void requireBeforeStart(Instant now) {
        if (!now.isBefore(visit.state().visit().start())) {
            throw new Refusal.StateForbids(visit.status());
        }
    }
}
