package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.client.domain.SealedText;

/** Whether the client came, as staff record it. */
public record Attendance(Appointment visit) {

    /** The client has come, on the local day of the visit at the earliest. */
    public Optional<Change> checkIn(Actor staff, Instant now) {
        if (visit.isDone(Action.CHECKED_IN, Status.CHECKED_IN, staff)) {
            return Optional.empty();
        }
        visit.requireStatus(Status.CONFIRMED, now);
        requireNotBefore(visit.state().visit().startOfDay(), now);
        return Optional.of(visit.change(Action.CHECKED_IN, Status.CHECKED_IN, staff, null, now));
    }

    /** The visit took place. What is left of its time is free from now on. */
    public Optional<Change> complete(Actor staff, SealedOutcome outcome, Instant now) {
        return complete(staff, outcome, false, now);
    }

    /**
     * The same where either therapist of a visit for two writes down their own part's end: the first completes it, the
     * other adds theirs.
     */
    public Optional<Change> complete(Actor staff, SealedOutcome outcome, boolean ofCompanion, Instant now) {
        Companion companion = visit.state().companion();
        if (companion != null && visit.status() == Status.COMPLETED) {
            return new Together(visit, companion).noteOutcome(staff, outcome, ofCompanion, now);
        }
        if (visit.isDone(Action.COMPLETED, Status.COMPLETED, staff)) {
            return Optional.empty();
        }
        visit.requireStatus(Status.CHECKED_IN, now);
        requireNotBefore(visit.state().visit().zonedStart(), now);
        AuditEntry entry = visit.entry(
                Action.COMPLETED, Status.COMPLETED, staff, null, visit.state().visit(), now);
        return Optional.of(visit.to(visit.state().next().endingIn(outcome, ofCompanion), entry));
    }

    /** What an insurer is told was done, at a visit that took place; it may be chosen anew. */
    public Change code(SealedText procedure, Actor staff, Instant now) {
        return code(procedure, false, staff, now);
    }

    /** The same of either part of a visit for two. */
    public Change code(SealedText procedure, boolean ofCompanion, Actor staff, Instant now) {
        visit.requireStatus(Status.COMPLETED, now);
        if (visit.given(Action.CODED) >= Corrections.MOST_OF_EACH) {
            throw Refusal.TooMany.until(null, now);
        }
        Companion companion = visit.state().companion();
        SealedOutcome before = ofCompanion && companion != null
                ? companion.outcome()
                : visit.state().outcome();
        SealedOutcome noted = before == null ? new SealedOutcome(null, null) : before;
        AuditEntry entry = visit.entry(
                Action.CODED, visit.status(), staff, null, visit.state().visit(), now);
        return visit.to(visit.state().same().endingIn(noted.of(procedure), ofCompanion), entry);
    }

    /** Nobody came. */
    public Optional<Change> markNoShow(Actor staff, Instant now) {
        if (visit.isDone(Action.MARKED_NO_SHOW, Status.NO_SHOW, staff)) {
            return Optional.empty();
        }
        visit.requireStatus(Status.CONFIRMED, now);
        requireNotBefore(visit.state().visit().zonedStart(), now);
        return Optional.of(visit.change(Action.MARKED_NO_SHOW, Status.NO_SHOW, staff, null, now));
    }

    private void requireNotBefore(ZonedDateTime earliest, Instant now) {
        if (now.isBefore(earliest.toInstant())) {
            throw new Refusal.TooEarly(visit.status(), earliest);
        }
    }
}
