package org.bodywork.bookings.waitlist.application;

import java.time.Instant;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.FreedTimeId;
import org.bodywork.bookings.waitlist.domain.OfferId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every time that was given up, until it has long ended. */
public interface FreedTimes {

    /** Added twice it is there once. */
    Mono<Void> add(FreedTime time);

    /** Fails with {@link Waitlist.Changed} when it is no longer what the change was decided on. */
    Mono<FreedTime> apply(FreedTime.Change change);

    Mono<FreedTime> byId(FreedTimeId id);

    /** By the SHA-256 of the secret of any of its offers. */
    Mono<FreedTime> byOfferHash(String hash);

    /** By any of its offers. */
    Mono<FreedTime> byOffer(OfferId offer);

    /** Those of these staff that were freed since then, newest first, at most so many. */
    Flux<FreedTime> of(Colleague colleague, Instant since, int most);

    /** Drops one that has long ended. */
    Mono<Void> drop(FreedTimeId id);
}
