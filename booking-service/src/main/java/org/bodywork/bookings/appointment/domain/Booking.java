package org.bodywork.bookings.appointment.domain;

import java.util.Set;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, checked as far as it can be without looking at the time.
 *
 * @param rules the therapist's, as they are now
 * @param intake the form, when the client has answered it already
 * @param intakeNeeded whether the client is asked to answer it
 * @param reviewNeeded whether the therapist has to read the answers first, which makes it a request
 * @param series where it stands among visits that are booked together; null where it is booked by itself
 * @param numbers its numbers of the limits on bookings
 * @param companion who is treated at the same time; null for a visit of one person
 */
public record Booking(
        Visit visit,
        BookingRules rules,
        Client client,
        ClientMarks marks,
        Consent consent,
        @Nullable SealedText note,
        @Nullable Intake intake,
        boolean intakeNeeded,
        boolean reviewNeeded,
        @Nullable SeriesPlace series,
        Set<String> numbers,
        Origin origin,
        @Nullable Companion companion) {

    /** For one person. */
    public Booking(
            Visit visit,
            BookingRules rules,
            Client client,
            ClientMarks marks,
            Consent consent,
            @Nullable SealedText note,
            @Nullable Intake intake,
            boolean intakeNeeded,
            boolean reviewNeeded,
            @Nullable SeriesPlace series,
            Set<String> numbers,
            Origin origin) {
        this(
                visit,
                rules,
                client,
                marks,
                consent,
                note,
                intake,
                intakeNeeded,
                reviewNeeded,
                series,
                numbers,
                origin,
                null);
    }

    public Booking {
        numbers = Set.copyOf(numbers);
    }

    /** The same for that person too. */
    public Booking with(Companion somebody) {
        return new Booking(
                visit,
                rules,
                client,
                marks,
                consent,
                note,
                intake,
                intakeNeeded,
                reviewNeeded,
                series,
                numbers,
                origin,
                somebody);
    }

    /** What staff book is agreed on already. */
    boolean isConfirmedAtOnce() {
        return origin.by().kind() == Actor.Kind.STAFF
                || (rules.instant() && !reviewNeeded && !isCompanionToBeReviewed());
    }

    private boolean isCompanionToBeReviewed() {
        return companion != null && companion.reviewNeeded();
    }
}
