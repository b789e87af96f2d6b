package org.bodywork.bookings.waitlist.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.Offer;
import org.bodywork.bookings.waitlist.domain.OfferOutcome;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Drops entries that are long over, and sees to it that nobody is left with an offer that nobody knows of any more. */
public final class TidyEntry {

    private final Waitlist waitlist;
    private final FreedTimes times;
    private final OfferFreedTime offers;
    private final BusinessClock clock;

    public TidyEntry(Waitlist waitlist, FreedTimes times, OfferFreedTime offers, BusinessClock clock) {
        this.waitlist = waitlist;
        this.times = times;
        this.offers = offers;
        this.clock = clock;
    }

    /** What a due entry is due for. */
    public Mono<Void> look(EntryId id) {
        return waitlist.byId(id).flatMap(entry -> {
            Offer offer = entry.offer();
            return entry.standing() == WaitlistEntry.Standing.OFFERED && offer != null
                    ? look(entry, offer)
                    : waitlist.drop(id);
        });
    }

    private Mono<Void> look(WaitlistEntry entry, Offer offer) {
        return times.byOffer(offer.id())
                .flatMap(time -> offers.goOn(time).onErrorResume(Waitlist.Changed.class, _ -> Mono.just(time)))
                .map(time -> isUnderWay(time, offer))
                .defaultIfEmpty(false)
                .filter(underWay -> !underWay)
                .flatMap(_ -> waitlist.byId(entry.id()))
                .flatMap(present -> Mono.justOrEmpty(present.passedOn(offer.id(), OfferOutcome.WITHDRAWN, now())))
                .flatMap(waitlist::apply)
                .then();
    }

    private static boolean isUnderWay(FreedTime time, Offer offer) {
        return !time.stage().isEnd()
                && !time.chain().isEmpty()
                && time.last().offer().equals(offer.id());
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
