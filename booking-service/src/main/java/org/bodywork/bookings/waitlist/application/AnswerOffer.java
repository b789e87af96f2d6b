package org.bodywork.bookings.waitlist.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bodywork.bookings.waitlist.application.Waitlist.Changed;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal.NoSuchOffer;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal.OfferIsOver;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.FreedTime.Link;
import org.bodywork.bookings.waitlist.domain.FreedTime.Stage;
import org.bodywork.bookings.waitlist.domain.OfferId;
import org.bodywork.bookings.waitlist.domain.OfferOutcome;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What whoever holds the secret link of an offer may see and say. Taking or declining is one compare-and-set on the freed
 * time, so of two phones one decides and both are told the same.
 */
public final class AnswerOffer {

    private static final int MOST_TRIES = 10;

    private final FreedTimes times;
    private final Waitlist waitlist;
    private final WaitlistLinks links;
    private final OfferFreedTime offers;
    private final BusinessClock clock;

    public AnswerOffer(
            FreedTimes times, Waitlist waitlist, WaitlistLinks links, OfferFreedTime offers, BusinessClock clock) {
        this.times = times;
        this.waitlist = waitlist;
        this.links = links;
        this.offers = offers;
        this.clock = clock;
    }

    /** Fails with {@link NoSuchOffer}. */
    public Mono<SeenOffer> find(String secret) {
        return freed(secret).flatMap(time -> seen(time, linkOf(time, secret)));
    }

    /** Taken once it is taken, however often that is asked for. Fails with {@link NoSuchOffer} or {@link OfferIsOver}. */
    public Mono<SeenOffer> take(String secret) {
        return freed(secret)
                .flatMap(time -> take(time, linkOf(time, secret)))
                .retryWhen(Retry.max(MOST_TRIES).filter(Changed.class::isInstance))
                .then(Mono.defer(() -> find(secret)))
                .map(seen -> require(seen, OfferOutcome.TAKEN));
    }

    /** The same for saying no. */
    public Mono<SeenOffer> decline(String secret) {
        return freed(secret)
                .flatMap(time -> decline(time, linkOf(time, secret).offer()))
                .retryWhen(Retry.max(MOST_TRIES).filter(Changed.class::isInstance))
                .then(Mono.defer(() -> find(secret)))
                .map(seen -> require(seen, OfferOutcome.DECLINED));
    }

    /** Says no for whoever leaves. */
    Mono<Void> decline(OfferId offer) {
        return times.byOffer(offer)
                .flatMap(time -> decline(time, offer))
                .retryWhen(Retry.max(MOST_TRIES).filter(Changed.class::isInstance))
                .then();
    }

    private Mono<FreedTime> take(FreedTime time, Link link) {
        Instant now = now();
        if (time.isOffered(link.offer(), now)) {
            return times.apply(time.take(now)).flatMap(offers::goOn);
        }
        return goOnWith(time, link.offer());
    }

    private Mono<FreedTime> decline(FreedTime time, OfferId offer) {
        Instant now = now();
        if (time.isOffered(offer, now)) {
            return times.apply(time.pass(OfferOutcome.DECLINED, now)).flatMap(offers::goOn);
        }
        return goOnWith(time, offer);
    }

    /** Somebody is just about it, or died in the middle: the same steps again do no harm. */
    private Mono<FreedTime> goOnWith(FreedTime time, OfferId offer) {
        boolean midway = !time.chain().isEmpty()
                && time.last().offer().equals(offer)
                && (time.stage() == Stage.OFFERING || time.stage() == Stage.TAKING || time.stage() == Stage.PASSING);
        if (!midway) {
            return Mono.just(time);
        }
        // An offer that is only now noted as made is answered on the next try.
        return offers.goOn(time)
                .flatMap(next -> time.stage() == Stage.OFFERING && next.isOffered(offer, now())
                        ? Mono.error(new Changed())
                        : Mono.just(next));
    }

    private static SeenOffer require(SeenOffer seen, OfferOutcome wanted) {
        if (seen.outcome() != wanted) {
            throw new OfferIsOver(seen.outcome());
        }
        return seen;
    }

    private Mono<FreedTime> freed(String secret) {
        return Mono.defer(() -> times.byOfferHash(WaitlistLinks.hash(secret)))
                .switchIfEmpty(Mono.error(NoSuchOffer::new));
    }

    private Link linkOf(FreedTime time, String secret) {
        return time.chain().stream()
                .filter(link -> links.secretOf(link.offer()).equals(secret))
                .findFirst()
                .orElseThrow(NoSuchOffer::new);
    }

    private Mono<SeenOffer> seen(FreedTime time, Link link) {
        return waitlist.byId(link.entry())
                .map(entry -> SeenOffer.of(time, link, entry, now()))
                .switchIfEmpty(Mono.error(NoSuchOffer::new));
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
