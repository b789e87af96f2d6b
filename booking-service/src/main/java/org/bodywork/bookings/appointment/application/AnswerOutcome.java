package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.Locale;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AuditEntry;
import org.bodywork.bookings.appointment.domain.Status;

/** How a request ended, in the words of pages for staff: it says whether it was the reader who answered. */
public final class AnswerOutcome {

    private AnswerOutcome() {}

    /** The key of the sentence. */
    public static String of(Appointment visit, Actor reader, Instant now) {
        AuditEntry last = visit.state().lastStep();
        boolean missed = visit.statusAt(now) == Status.EXPIRED || last.by().equals(Actor.SYSTEM);
        String who = last.by().equals(reader) ? "you" : last.by().kind() == Actor.Kind.STAFF ? "other" : "client";
        return switch (last.action()) {
            case ACCEPTED, DECLINED, PROPOSED, MOVED, CANCELLED -> missed ? "outcome.missed" : key(last, who);
            case MOVE_REFUSED -> missed ? "outcome.stays" : key(last, who);
            case MOVE_ASKED -> who.equals("client") ? "outcome.stays" : "outcome.move_asked";
            case BOOKED, EXPIRED -> "outcome.missed";
            case CHECKED_IN, COMPLETED, MARKED_NO_SHOW -> "outcome.past";
            case PART_ACCEPTED, CORRECTED, NOTED, REMINDED, INTAKE_GIVEN, LINK_REVOKED, ALTERNATIVES_OFFERED, CODED ->
                throw new IllegalStateException("no step of a life: " + last.action());
        };
    }

    private static String key(AuditEntry last, String who) {
        return "outcome." + last.action().name().toLowerCase(Locale.ROOT) + "." + who;
    }
}
