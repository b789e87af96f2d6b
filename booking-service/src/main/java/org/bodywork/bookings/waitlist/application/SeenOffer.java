package org.bodywork.bookings.waitlist.application;

import java.time.Instant;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.FreedTime.Link;
import org.bodywork.bookings.waitlist.domain.FreedTime.Stage;
import org.bodywork.bookings.waitlist.domain.OfferOutcome;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;

/**
 * An offer as whoever holds its link sees it.
 *
 * @param outcome as it is at this moment, also where its end has not been noted yet
 */
public record SeenOffer(FreedTime time, Link link, WaitlistEntry entry, OfferOutcome outcome) {

    static SeenOffer of(FreedTime time, Link link, WaitlistEntry entry, Instant now) {
        return new SeenOffer(time, link, entry, outcomeOf(time, link, now));
    }

    public boolean isOpen() {
        return outcome == OfferOutcome.OPEN;
    }

    private static OfferOutcome outcomeOf(FreedTime time, Link link, Instant now) {
        boolean overdue = link.outcome() == OfferOutcome.OPEN
                && time.stage() != Stage.TAKING
                && !link.until().isAfter(now);
        return overdue ? OfferOutcome.UNANSWERED : link.outcome();
    }
}
