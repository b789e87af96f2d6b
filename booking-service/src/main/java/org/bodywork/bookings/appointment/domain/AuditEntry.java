package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import java.util.Set;
import org.bodywork.bookings.opening.domain.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * One change in the life of an appointment. What was before is in the entry before.
 *
 * @param reason what staff gave as the reason; it never leaves this service
 * @param from the status before; null for the first entry
 * @param start when the visit begins after the change, or is asked to; null in entries from before that was noted
 * @param waived the rules of the listing that staff set aside
 * @param room where, if it takes a room; null in entries from before that was noted
 */
public record AuditEntry(
        Instant at,
        Actor by,
        Action action,
        @Nullable String reason,
        @Nullable Status from,
        Status to,
        @Nullable Instant start,
        @Nullable String room,
        Set<Waiver> waived) {

    public AuditEntry {
        waived = Set.copyOf(waived);
    }

    /** What was done. */
    public enum Action {
        BOOKED,
        ACCEPTED,
        /** One of two therapists has said yes; the other is still asked. */
        PART_ACCEPTED,
        DECLINED,
        /** The therapist answered a request with another time. */
        PROPOSED,
        MOVED,
        /** Somebody asked to move a confirmed visit. */
        MOVE_ASKED,
        /** The visit stays where it is: the other side said no, or nothing in time. */
        MOVE_REFUSED,
        CANCELLED,
        EXPIRED,
        CHECKED_IN,
        COMPLETED,
        MARKED_NO_SHOW,
        /** Staff put right who the client is or how to reach them, or the client chose how to be told. */
        CORRECTED,
        /** Staff changed what they note for each other. */
        NOTED,
        /** The therapist was reminded of a client who waits. */
        REMINDED,
        /** The client has answered the form before the visit; what the answers are is not noted here. */
        INTAKE_GIVEN,
        /** The secret link of before opens nothing any more. */
        LINK_REVOKED,
        /** The therapist is away, and others are held for the client to choose from. */
        ALTERNATIVES_OFFERED,
        /** Staff chose what the receipt says was done; which that is is not noted here. */
        CODED;

        /** Whether it leads the visit on in its life, and is not only about it. */
        boolean isStep() {
            return switch (this) {
                case PART_ACCEPTED,
                        CORRECTED,
                        NOTED,
                        REMINDED,
                        INTAKE_GIVEN,
                        LINK_REVOKED,
                        ALTERNATIVES_OFFERED,
                        CODED -> false;
                default -> true;
            };
        }

        /** Whether other services are told. */
        public boolean isTold() {
            return this != NOTED && this != CODED && this != PART_ACCEPTED;
        }
    }
}
