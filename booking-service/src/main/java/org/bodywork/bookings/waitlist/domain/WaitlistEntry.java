package org.bodywork.bookings.waitlist.domain;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Consent;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a time. It has at most one open offer.
 *
 * @param sequence numbers what is told of its offers; 0 before the first
 * @param known whether whoever joined has proven who it is
 * @param later the visit that is given up when an offer is taken; null where there is none
 * @param since when it was joined, in business time
 * @param offer the last one, whatever became of it
 */
public record WaitlistEntry(
        EntryId id,
        long version,
        long sequence,
        Standing standing,
        Wish wish,
        Client client,
        ClientMarks marks,
        Consent consent,
        boolean known,
        @Nullable LaterVisit later,
        Instant since,
        @Nullable Offer offer) {

    /** Where it stands. */
    public enum Standing {
        WAITING,
        OFFERED,
        TAKEN,
        LEFT
    }

    /** The visit somebody has already, as it was when they joined. */
    public record LaterVisit(AppointmentId id, Instant start) {}

    /** A decision ready to be stored: it holds only if the entry still is what it was decided on. */
    public record Change(WaitlistEntry before, WaitlistEntry after) {

        /** Whether others are told of it. */
        public boolean isTold() {
            return after.sequence > before.sequence;
        }
    }

    /** An earlier time is what somebody waits for who has a visit already. */
    public boolean suits(ZonedDateTime start, ZonedDateTime end, Instant now) {
        return wish.suits(start, now) && (later == null || !end.toInstant().isAfter(later.start()));
    }

    public boolean isAsked(OfferId offered) {
        return offer != null && offer.isOpen() && offer.id().equals(offered);
    }

    /** Nothing where somebody else's time is offered to them already, or they wait no more. */
    public Optional<Change> offered(Offer made) {
        return standing == Standing.WAITING ? Optional.of(to(Standing.OFFERED, sequence + 1, made)) : Optional.empty();
    }

    /** Nothing where that has been noted. */
    public Optional<Change> taken(OfferId taken, AppointmentId visit, Instant now) {
        return offer != null && isAsked(taken)
                ? Optional.of(to(Standing.TAKEN, sequence + 1, offer.became(OfferOutcome.TAKEN, visit, now)))
                : Optional.empty();
    }

    /** Nothing where that has been noted. */
    public Optional<Change> passedOn(OfferId passed, OfferOutcome why, Instant now) {
        return offer != null && isAsked(passed)
                ? Optional.of(to(Standing.WAITING, sequence + 1, offer.became(why, null, now)))
                : Optional.empty();
    }

    /** Nothing while an offer is open, which is answered first, and once they wait no more. */
    public Optional<Change> leave() {
        return standing == Standing.WAITING ? Optional.of(to(Standing.LEFT, sequence, offer)) : Optional.empty();
    }

    private Change to(Standing next, long told, @Nullable Offer last) {
        return new Change(
                this,
                new WaitlistEntry(
                        id, version + 1, told, next, wish, client, marks, consent, known, later, since, last));
    }

    /** Shows nothing of anybody. */
    @Override
    public String toString() {
        return "waitlist entry " + id;
    }
}
