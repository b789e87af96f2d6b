package org.bodywork.bookings.waitlist.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.FreedTimeId;
import org.bodywork.bookings.waitlist.domain.OfferId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the promises of the port in a map. */
final class FreedTimesInMemory implements FreedTimes {

    private final Map<FreedTimeId, FreedTime> stored = new LinkedHashMap<>();
    private final WaitlistLinks links;

    FreedTimesInMemory(WaitlistLinks links) {
        this.links = links;
    }

    @Override
    public Mono<Void> add(FreedTime time) {
        return Mono.fromRunnable(() -> stored.putIfAbsent(time.id(), time));
    }

    @Override
    public Mono<FreedTime> apply(FreedTime.Change change) {
        return Mono.fromSupplier(() -> {
            if (!stored.replace(change.after().id(), change.before(), change.after())) {
                throw new Waitlist.Changed();
            }
            return change.after();
        });
    }

    @Override
    public Mono<FreedTime> byId(FreedTimeId id) {
        return Mono.defer(() -> Mono.justOrEmpty(Optional.ofNullable(stored.get(id))));
    }

    @Override
    public Mono<FreedTime> byOfferHash(String hash) {
        return Mono.defer(() -> Mono.justOrEmpty(stored.values().stream()
                .filter(time -> time.chain().stream()
                        .anyMatch(link -> links.hashOf(link.offer()).equals(hash)))
                .findFirst()));
    }

    @Override
    public Mono<FreedTime> byOffer(OfferId offer) {
        return byOfferHash(links.hashOf(offer));
    }

    @Override
    public Flux<FreedTime> of(Colleague colleague, Instant since, int most) {
        return Flux.empty();
    }

    @Override
    public Mono<Void> drop(FreedTimeId id) {
        return Mono.fromRunnable(() -> stored.remove(id));
    }
}
