package org.bodywork.bookings.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

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

    /** It is known to whoever asks, but not theirs to see. */
    public static final class NotYours extends Refusal {
        public NotYours() {
            super("not theirs to see");
        }
    }

    /** The client has answered no form, or what was answered is not kept any more. */
    public static final class NoIntake extends Refusal {
        public NoIntake() {
            super("no intake");
        }
    }

    /** The treatment is for those who have been to the therapist before, and nobody has proven that. */
    public static final class ReturningOnly extends Refusal {
        public ReturningOnly() {
            super("for returning clients");
        }
    }

    /** The treatment is for those who come for the first time, and it is proven that the client does not. */
    public static final class NewOnly extends Refusal {
        public NewOnly() {
            super("for new clients");
        }
    }

    /** Whoever is to come along is the client again. */
    public static final class SamePerson extends Refusal {
        public SamePerson() {
            super("one person twice");
        }
    }

    /** Only whoever answers for both therapists of a visit for two may do that. */
    public static final class ForBoth extends Refusal {
        public ForBoth() {
            super("for both therapists");
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

    /** There is no hold with that id, or it has become a visit. */
    public static final class NoSuchHold extends Refusal {
        public NoSuchHold() {
            super("no such hold");
        }
    }

    /** It was changed since whoever asks has seen it. */
    public static final class ChangedSince extends Refusal {
        public ChangedSince() {
            super("changed since it was seen");
        }
    }

    /** The client agreed to text messages, so there must be a number to send them to. */
    public static final class PhoneNeeded extends Refusal {
        public PhoneNeeded() {
            super("a phone number is needed");
        }
    }

    /** There is no such block, or not for whoever asks. */
    public static final class NoSuchBlock extends Refusal {
        public NoSuchBlock() {
            super("no such block");
        }
    }

    /** Time cannot be blocked where visits stand. */
    public static final class VisitsStand extends Refusal {

        private final transient List<Holder> holders;
        private final ZoneId zone;

        public VisitsStand(List<Holder> holders, ZoneId zone) {
            super("visits stand there");
            this.holders = List.copyOf(holders);
            this.zone = zone;
        }

        /** What stands there, in order of time. */
        public List<Holder> holders() {
            return holders;
        }

        public ZoneId zone() {
            return zone;
        }
    }

    /** The hold is of another start, treatment or therapist. */
    public static final class HoldMismatch extends Refusal {
        public HoldMismatch() {
            super("the hold is of something else");
        }
    }

    /** The hold has been renewed before, or has ended. */
    public static final class HoldNotRenewable extends Refusal {
        public HoldNotRenewable() {
            super("the hold cannot be renewed");
        }
    }

    /** One visitor has taken as much as anybody may. */
    public static final class TooMany extends Refusal {

        private static final Duration USUAL_WAIT = Duration.ofHours(1);

        private final Duration wait;

        private TooMany(Duration wait) {
            super("a limit is reached");
            this.wait = wait;
        }

        /**
         * Until something of it ends.
         *
         * @param nextEnd when that is; null where nobody knows
         */
        public static TooMany until(@Nullable Instant nextEnd, Instant now) {
            return new TooMany(nextEnd == null ? USUAL_WAIT : Duration.between(now, nextEnd));
        }

        public Duration lasting() {
            return wait;
        }
    }

    /** The time asked for cannot be booked; others can. */
    public static final class CannotBook extends Refusal {

        private final Cause cause;
        private final transient List<Opening> alternatives;

        public CannotBook(Cause cause, List<Opening> alternatives) {
            super("cannot book: " + cause);
            this.cause = cause;
            this.alternatives = List.copyOf(alternatives);
        }

        /** With alternatives of one treatment. */
        public CannotBook(Cause cause, TherapistId therapist, TreatmentId treatment, List<ZonedDateTime> starts) {
            this(
                    cause,
                    starts.stream()
                            .map(start -> new Opening(therapist, treatment, start))
                            .toList());
        }

        public Cause reason() {
            return cause;
        }

        public List<Opening> alternatives() {
            return alternatives;
        }

        /** Why the time cannot be booked. */
        public enum Cause {
            SLOT_TAKEN,
            NOT_AN_OPENING
        }
    }
}
