package org.bodywork.bookings.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens. Visits and holds are meant by the order in which they came to be, counted around, so that a
 * sequence of which parts are left out is a sequence still.
 */
sealed interface Command {

    /** What one person asks of one instance. */
    sealed interface Wish extends Command {}

    record TakeHold(int therapist, Instant start) implements Wish {}

    record Renew(int hold) implements Wish {}

    record Release(int hold) implements Wish {}

    /**
     * Books.
     *
     * @param key the same key is the same request once more
     * @param hold the hold to consume
     */
    record Book(
            int key,
            int therapist,
            Instant start,
            int client,
            @Nullable Integer hold) implements Wish {}

    record Accept(int visit) implements Wish {}

    record Decline(int visit) implements Wish {}

    record Propose(int visit, Instant start) implements Wish {}

    record AcceptProposal(int visit) implements Wish {}

    record DeclineProposal(int visit) implements Wish {}

    record MoveByClient(int visit, Instant start) implements Wish {}

    record MoveByStaff(int visit, Instant start) implements Wish {}

    record CancelByClient(int visit) implements Wish {}

    record CancelByStaff(int visit) implements Wish {}

    record CheckIn(int visit) implements Wish {}

    record Complete(int visit) implements Wish {}

    record NoShow(int visit) implements Wish {}

    /** Two wishes at once, each at another instance. */
    record Together(Wish one, Wish other) implements Command {}

    /** Due work comes around. */
    record Sweep() implements Command {}

    record Wait(Duration time) implements Command {}

    record TakeTimeOff(int therapist, LocalDateTime from, LocalDateTime to) implements Command {}
}
