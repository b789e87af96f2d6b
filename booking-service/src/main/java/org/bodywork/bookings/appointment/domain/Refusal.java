package org.bodywork.bookings.appointment.domain;

import java.time.ZonedDateTime;
import java.util.List;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;

/** Why something asked of an appointment is not done. None of them is a bug, and none names a person. */
public abstract sealed class Refusal extends RuntimeException {

    private Refusal(String message) {
        super(message, null, false, false);
    }

    /** There is none, or not for whoever asks. */
    public static final class NoSuchAppointment extends Refusal {
        public NoSuchAppointment() {
            super("no such appointment");
        }
    }

    /** The start asked for has passed. */
    public static final class StartHasPassed extends Refusal {
        public StartHasPassed() {
            super("the start has passed");
        }
    }

    /** An earlier booking with the same idempotency key asked for something else. */
    public static final class KeyUsedBefore extends Refusal {
        public KeyUsedBefore() {
            super("the idempotency key belongs to another booking");
        }
    }

    /** The appointment's state does not allow it. */
    public static final class StateForbids extends Refusal {

        private final Status status;

        public StateForbids(Status status) {
            super("not in state " + status);
            this.status = status;
        }

        public Status status() {
            return status;
        }
    }

    /** Its state would allow it, but the time for it has not come. */
    public static final class TooEarly extends Refusal {

        private final Status status;
        private final transient ZonedDateTime notBefore;

        public TooEarly(Status status, ZonedDateTime notBefore) {
            super("not before " + notBefore);
            this.status = status;
            this.notBefore = notBefore;
        }

        public Status status() {
            return status;
        }

        public ZonedDateTime notBefore() {
            return notBefore;
        }
    }

    /** The time asked for cannot be booked; others can. */
    public static final class CannotBook extends Refusal {

        private final Cause cause;
        private final TherapistId therapist;
        private final TreatmentId treatment;
        private final transient List<ZonedDateTime> alternatives;

        public CannotBook(Cause cause, TherapistId therapist, TreatmentId treatment, List<ZonedDateTime> alternatives) {
            super("cannot book: " + cause);
            this.cause = cause;
            this.therapist = therapist;
            this.treatment = treatment;
            this.alternatives = List.copyOf(alternatives);
        }

        public Cause reason() {
            return cause;
        }

        public TherapistId therapist() {
            return therapist;
        }

        public TreatmentId treatment() {
            return treatment;
        }

        public List<ZonedDateTime> alternatives() {
            return alternatives;
        }

        /** Why the time cannot be booked. */
        public enum Cause {
            SLOT_TAKEN,
            NOT_AN_OPENING
        }
    }
}
