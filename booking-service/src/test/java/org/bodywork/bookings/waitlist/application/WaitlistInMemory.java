package org.bodywork.bookings.waitlist.application;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry.Standing;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the promises of the port in a map. */
final class WaitlistInMemory implements Waitlist {

    private final Map<EntryId, WaitlistEntry> stored = new LinkedHashMap<>();
    private int told;

    WaitlistEntry put(WaitlistEntry entry) {
        stored.put(entry.id(), entry);
        return entry;
    }

    WaitlistEntry get(EntryId id) {
        return Optional.ofNullable(stored.get(id)).orElseThrow();
    }

    /** How many changes others were told of. */
    int told() {
        return told;
    }

    @Override
    public Mono<Joined> add(WaitlistEntry entry, String bodyHash, int most) {
        return Mono.fromSupplier(() -> new Joined(put(entry), bodyHash, true));
    }

    @Override
    public Mono<WaitlistEntry> apply(WaitlistEntry.Change change) {
        return Mono.fromSupplier(() -> {
            WaitlistEntry after = change.after();
            boolean second = after.standing() == Standing.OFFERED
                    && stored.values().stream()
                            .anyMatch(other -> other.standing() == Standing.OFFERED
                                    && !other.id().equals(after.id())
                                    && other.marks().ref().equals(after.marks().ref()));
            if (second || !stored.replace(after.id(), change.before(), after)) {
                throw new Changed();
            }
            told += change.isTold() ? 1 : 0;
            return after;
        });
    }

    @Override
    public Mono<WaitlistEntry> byId(EntryId id) {
        return Mono.defer(() -> Mono.justOrEmpty(Optional.ofNullable(stored.get(id))));
    }

    @Override
    public Mono<WaitlistEntry> bySecretHash(String hash) {
        return Mono.empty();
    }

    @Override
    public Flux<WaitlistEntry> waitingFor(Collection<String> keys, int most) {
        return Flux.fromStream(() -> stored.values().stream()
                .filter(entry -> entry.standing() == Standing.WAITING
                        && !Collections.disjoint(entry.wish().whom().keys(), keys))
                .sorted(Comparator.comparing(WaitlistEntry::since))
                .limit(most));
    }

    @Override
    public Flux<WaitlistEntry> byIds(Collection<EntryId> ids) {
        return Flux.fromIterable(ids).concatMap(this::byId);
    }

    @Override
    public Flux<WaitlistEntry> ofClient(String clientRef) {
        return Flux.fromStream(() ->
                stored.values().stream().filter(entry -> entry.marks().ref().equals(clientRef)));
    }

    @Override
    public Mono<Void> drop(EntryId id) {
        return Mono.fromRunnable(() -> stored.remove(id));
    }
}
