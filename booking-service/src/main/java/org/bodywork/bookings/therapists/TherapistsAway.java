package org.bodywork.bookings.therapists;

/** therapist-service gives no answer that could be used: it is away, slow or broken. */
public final class TherapistsAway extends RuntimeException {

    public TherapistsAway(Throwable cause) {
        super("therapist-service is away", cause);
    }
}
