package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.Set;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.Waiver;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Keeps a start of whoever fits for a visitor, who is told who it is before booking; see {@link TakeAnybody}. */
public final class HoldAnybody {

    private final TakeAnybody anybody;
    private final HoldTime holds;

    public HoldAnybody(
            Candidates candidates,
            Listings listings,
            FreshOpenings openings,
            WorkedWeeks weeks,
            HoldTime holds,
            Recognition recognition,
            BusinessClock clock) {
        this.anybody = new TakeAnybody(candidates, listings, openings, weeks, recognition, clock);
        this.holds = holds;
    }

    /** Fails with a {@link Refusal}; nothing is held then. */
    public Mono<Hold> hold(Need need, Instant start, Visitor visitor) {
        return anybody.take(need, start, new ToHold(visitor));
    }

    private final class ToHold implements TakeAnybody.Purpose<Hold> {

        private final Visitor visitor;

        ToHold(Visitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public boolean suits(Listing listing, Treatment treatment) {
            return true;
        }

        @Override
        public Asking asking(Listing listing, Treatment treatment) {
            return Asking.ANYBODY;
        }

        @Override
        public Set<Waiver> waived() {
            return Set.of();
        }

        @Override
        public Mono<Hold> take(Slot slot) {
            return holds.claim(slot, Asking.ANYBODY, visitor);
        }

        @Override
        public Mono<Hold> refuse() {
            return Mono.empty();
        }
    }
}
