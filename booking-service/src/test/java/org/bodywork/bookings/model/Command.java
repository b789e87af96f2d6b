package org.bodywork.bookings.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.bodywork.bookings.opening.domain.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens. Visits, holds and blocks are meant by the order in which they came to be, counted around, so
 * that a sequence of which parts are left out is a sequence still.
 */
sealed interface Command {

    /** What one person asks of one instance. */
    sealed interface Wish extends Command {}

    /** A wish that means a visit. */
    sealed interface OfVisit extends Wish {

        int visit();

        /** The same wish of another visit. */
        OfVisit of(int other);
    }

    record TakeHold(int therapist, Instant start, int browser) implements Wish {}

    record Renew(int hold) implements Wish {}

    record Release(int hold) implements Wish {}

    /**
     * A client books.
     *
     * @param key the same key is the same request once more
     * @param hold the hold to consume
     */
    record Book(
            int key,
            int therapist,
            Instant start,
            int client,
            @Nullable Integer hold,
            Answers answers) implements Wish {

        Book(int key, int therapist, Instant start, int client) {
            this(key, therapist, start, client, null, Answers.NONE);
        }

        Book on(@Nullable Integer otherHold) {
            return new Book(key, therapist, start, client, otherHold, answers);
        }
    }

    /** Staff book for a client. */
    record BookByStaff(int key, int therapist, Instant start, int client, Set<Waiver> waived) implements Wish {}

    /** What a client answers of the form before a visit. */
    enum Answers {
        NONE,
        HARMLESS,
        RED_FLAG
    }

    record HandIn(int visit, Answers answers) implements OfVisit {
        @Override
        public HandIn of(int other) {
            return new HandIn(other, answers);
        }
    }

    record Accept(int visit) implements OfVisit {
        @Override
        public Accept of(int other) {
            return new Accept(other);
        }
    }

    record Decline(int visit) implements OfVisit {
        @Override
        public Decline of(int other) {
            return new Decline(other);
        }
    }

    record Propose(int visit, Instant start) implements OfVisit {
        @Override
        public Propose of(int other) {
            return new Propose(other, start);
        }
    }

    record AcceptProposal(int visit) implements OfVisit {
        @Override
        public AcceptProposal of(int other) {
            return new AcceptProposal(other);
        }
    }

    record DeclineProposal(int visit) implements OfVisit {
        @Override
        public DeclineProposal of(int other) {
            return new DeclineProposal(other);
        }
    }

    record MoveByClient(int visit, Instant start) implements OfVisit {
        @Override
        public MoveByClient of(int other) {
            return new MoveByClient(other, start);
        }
    }

    record MoveByStaff(int visit, Instant start, Set<Waiver> waived) implements OfVisit {
        @Override
        public MoveByStaff of(int other) {
            return new MoveByStaff(other, start, waived);
        }
    }

    record CancelByClient(int visit) implements OfVisit {
        @Override
        public CancelByClient of(int other) {
            return new CancelByClient(other);
        }
    }

    record CancelByStaff(int visit) implements OfVisit {
        @Override
        public CancelByStaff of(int other) {
            return new CancelByStaff(other);
        }
    }

    record CheckIn(int visit) implements OfVisit {
        @Override
        public CheckIn of(int other) {
            return new CheckIn(other);
        }
    }

    record Complete(int visit) implements OfVisit {
        @Override
        public Complete of(int other) {
            return new Complete(other);
        }
    }

    record NoShow(int visit) implements OfVisit {
        @Override
        public NoShow of(int other) {
            return new NoShow(other);
        }
    }

    /**
     * Staff put right who the client is; whoever is overtaken looks and tries again.
     *
     * @param stale whether they decide on a state that is no more
     */
    record Correct(int visit, int client, boolean stale) implements OfVisit {
        @Override
        public Correct of(int other) {
            return new Correct(other, client, stale);
        }
    }

    record Block(int therapist, Instant from, Duration length) implements Wish {}

    record Lift(int block) implements Wish {}

    /** Two wishes at once, each at another instance. */
    record Together(Wish one, Wish other) implements Command {}

    /** Due work comes around. */
    record Sweep() implements Command {}

    record Wait(Duration time) implements Command {}

    record TakeTimeOff(int therapist, LocalDateTime from, LocalDateTime to) implements Command {}
}
