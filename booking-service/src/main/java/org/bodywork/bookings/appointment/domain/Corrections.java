package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.client.domain.SealedText;
import org.jspecify.annotations.Nullable;

/** What staff put right or note on a visit, without a step in its life. */
public record Corrections(Appointment visit) {

    /** The audit trail is never cut, so what can be repeated at will ends somewhere. */
    static final int MOST_OF_EACH = 100;

    static final int MOST_CHOICES = 20;

    /**
     * Staff put right who the client is and how to reach them, while the visit stands.
     *
     * @param marks the hashes that stand for the client then
     * @param texts what was written on the visit, sealed for that client
     */
    public Optional<Change> correct(Client client, ClientMarks marks, SealedTexts texts, Actor staff, Instant now) {
        if (!visit.statusAt(now).takesTime()) {
            throw new Refusal.StateForbids(visit.statusAt(now));
        }
        if (visit.state().client().equals(client)) {
            return Optional.empty();
        }
        if (visit.state().consent().sms() && client.phone() == null) {
            throw new Refusal.PhoneNeeded();
        }
        requireNotTooMany(Action.CORRECTED, now);
        AuditEntry entry = visit.entry(
                Action.CORRECTED, visit.status(), staff, null, visit.state().visit(), now);
        return Optional.of(visit.to(visit.state().same().of(client, marks).writtenOn(texts), entry));
    }

    /** The client chooses how to be told of the visit from now on; nothing when that is so already. */
    public Optional<Change> chooseMessages(Consent chosen, Instant now) {
        Consent before = visit.state().consent();
        if (before.email() == chosen.email() && before.sms() == chosen.sms()) {
            return Optional.empty();
        }
        if (!visit.statusAt(now).takesTime()) {
            throw new Refusal.StateForbids(visit.statusAt(now));
        }
        if (chosen.sms() && visit.state().client().phone() == null) {
            throw new Refusal.PhoneNeeded();
        }
        if (visit.state().audit().stream().filter(Corrections::isOfClient).count() >= MOST_CHOICES) {
            throw Refusal.TooMany.until(null, now);
        }
        AuditEntry entry = visit.entry(
                Action.CORRECTED,
                visit.status(),
                Actor.CLIENT,
                null,
                visit.state().visit(),
                now);
        return Optional.of(visit.to(visit.state().same().agreeing(chosen), entry));
    }

    private static boolean isOfClient(AuditEntry entry) {
        return entry.action() == Action.CORRECTED && entry.by().equals(Actor.CLIENT);
    }

    /** Staff note something for each other, at any time. */
    public Change note(@Nullable SealedText text, Actor staff, Instant now) {
        return note(text, false, staff, now);
    }

    /** The same on either part of a visit for two. */
    public Change note(@Nullable SealedText text, boolean ofCompanion, Actor staff, Instant now) {
        requireNotTooMany(Action.NOTED, now);
        Companion companion = visit.state().companion();
        if (ofCompanion && companion != null) {
            return new Together(visit, companion).note(text, staff, now);
        }
        AuditEntry entry = visit.entry(
                Action.NOTED, visit.status(), staff, null, visit.state().visit(), now);
        return visit.to(visit.state().same().noting(visit.state().note(), text), entry);
    }

    private void requireNotTooMany(Action action, Instant now) {
        if (visit.given(action) >= MOST_OF_EACH) {
            throw Refusal.TooMany.until(null, now);
        }
    }

    /** Staff decided on what they saw: it must still be so. */
    public void requireVersion(long seen) {
        if (visit.state().version() != seen) {
            throw new Refusal.ChangedSince();
        }
    }
}
