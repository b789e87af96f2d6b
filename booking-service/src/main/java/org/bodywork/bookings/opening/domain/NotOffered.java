package org.bodywork.bookings.opening.domain;

/** What is asked for is not in the directory. */
public abstract sealed class NotOffered extends RuntimeException {

    private NotOffered(String message) {
        super(message, null, false, false);
    }

    /** Nobody by that id can be booked here. */
    public static final class NoSuchTherapist extends NotOffered {
        public NoSuchTherapist() {
            super("no such therapist");
        }
    }

    /** Two are asked for who never work at one place. */
    public static final class NotTogether extends NotOffered {
        public NotTogether() {
            super("the therapists do not work at one place");
        }
    }

    /** The therapist does not offer that treatment. */
    public static final class NoSuchTreatment extends NotOffered {
        public NoSuchTreatment() {
            super("the therapist has no such treatment");
        }
    }
}
