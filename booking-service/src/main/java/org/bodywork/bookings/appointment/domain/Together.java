package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/** What the therapists of a visit for two decide, each for their own part; the visit stands or falls as a whole. */
record Together(Appointment visit, Companion companion) {

    /** It is agreed once both have said yes; nothing when these have said so already. */
    Optional<Change> accept(Actor staff, Set<TherapistId> whose, Instant now) {
        boolean awaits = visit.awaitsTherapistAt(now);
        if (awaits
                ? companion.accepted().containsAll(whose)
                : visit.status() == Status.CONFIRMED && hasAccepted(staff)) {
            return Optional.empty();
        }
        Companion agreed = companion.acceptedBy(whose);
        if (!awaits || agreed.accepted().containsAll(visit.state().visit().therapists())) {
            return visit.acceptWhole(staff, now);
        }
        boolean ofCompanion =
                whose.contains(visit.state().visit().parts().getLast().therapist());
        AppointmentState.Next next = visit.state().same().with(ofCompanion ? agreed.reviewed() : agreed);
        AuditEntry entry = visit.entry(
                Action.PART_ACCEPTED, visit.status(), staff, null, visit.state().visit(), now);
        return Optional.of(visit.to(ofCompanion ? next : next.clientReviewed(), entry));
    }

    private boolean hasAccepted(Actor staff) {
        return visit.state().audit().stream()
                .anyMatch(entry -> entry.by().equals(staff)
                        && (entry.action() == Action.ACCEPTED || entry.action() == Action.PART_ACCEPTED));
    }

    /** The other therapist writes down how their part ended, after one of them has completed the visit; once. */
    Optional<Change> noteOutcome(Actor staff, SealedOutcome outcome, boolean ofCompanion, Instant now) {
        SealedOutcome known = ofCompanion ? companion.outcome() : visit.state().outcome();
        return known == null
                ? Optional.of(noted(visit.state().same().endingIn(outcome, ofCompanion), staff, now))
                : Optional.empty();
    }

    Change note(@Nullable SealedText text, Actor staff, Instant now) {
        return noted(visit.state().same().with(companion.noting(text)), staff, now);
    }

    private Change noted(AppointmentState.Next next, Actor staff, Instant now) {
        return visit.to(
                next,
                visit.entry(
                        Action.NOTED, visit.status(), staff, null, visit.state().visit(), now));
    }
}
