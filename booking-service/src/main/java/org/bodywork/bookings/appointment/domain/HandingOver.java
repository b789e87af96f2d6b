package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.opening.domain.BookingRules;

/** What becomes of a confirmed visit whose therapist is away, as its client decides. */
public record HandingOver(Appointment visit) {

    /** Whether somebody else may be offered for it: both sides count on it, it is one person's, and it is still to come. */
    public boolean isPossible(Instant now) {
        return visit.statusAt(now) == Status.CONFIRMED
                && visit.state().visit().parts().size() == 1
                && now.isBefore(visit.state().visit().start());
    }

    /** From now on the client can choose; nothing when that has been said. */
    public Optional<Change> offer(Alternatives held, Actor by, Instant now) {
        if (held.equals(visit.state().alternatives())) {
            return Optional.empty();
        }
        requirePossible(now);
        AuditEntry entry = visit.entry(
                Action.ALTERNATIVES_OFFERED,
                Status.CONFIRMED,
                by,
                null,
                visit.state().visit(),
                now);
        return Optional.of(visit.to(visit.state().same().offering(held), entry));
    }

    /**
     * The client takes one of them. A therapist of instant bookings is simply told; any other is asked.
     *
     * @param there what was held, of nobody in particular
     * @param rules of the therapist who gives it then
     */
    public Optional<Change> take(String handover, Visit there, BookingRules rules, Instant now) {
        if (isAt(there)) {
            return Optional.empty();
        }
        requireOffered(handover, now);
        Visit theirs = visit.state().visit().handedTo(there);
        Status then = rules.instant() ? Status.CONFIRMED : Status.REQUESTED;
        AuditEntry entry = new AuditEntry(
                now,
                Actor.CLIENT,
                Action.MOVED,
                null,
                visit.status(),
                then,
                theirs.start(),
                theirs.roomName(),
                Origin.CLIENT.waived());
        AppointmentState.Next next = visit.state().next().takingPlace(theirs);
        Instant until = Appointment.earlier(now.plus(rules.requestWait()), theirs.start());
        return Optional.of(visit.to(
                then == Status.CONFIRMED ? next : next.waitingUntil(until).askingTherapist(now, until), entry));
    }

    /** The client takes none. That is never late: it is not the client who cannot. */
    public Optional<Change> cancel(String handover, Instant now) {
        if (visit.isDone(Action.CANCELLED, Status.CANCELLED_BY_CLIENT, Actor.CLIENT)) {
            return Optional.empty();
        }
        requireOffered(handover, now);
        return Optional.of(visit.change(Action.CANCELLED, Status.CANCELLED_BY_CLIENT, Actor.CLIENT, null, now));
    }

    private boolean isAt(Visit there) {
        Visit present = visit.state().visit();
        return present.start().equals(there.start())
                && present.part().therapist().equals(there.part().therapist());
    }

    private void requireOffered(String handover, Instant now) {
        Alternatives held = visit.state().alternatives();
        if (held == null || !held.handover().equals(handover)) {
            throw new Refusal.StateForbids(visit.statusAt(now));
        }
        requirePossible(now);
    }

    private void requirePossible(Instant now) {
        if (!isPossible(now)) {
            throw new Refusal.StateForbids(visit.statusAt(now));
        }
    }
}
