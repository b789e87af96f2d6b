package org.bodywork.bookings.waitlist.application;

import java.util.Collection;
import java.util.Optional;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Everybody who waits, and who has lately. What is told of an offer lies in the write that makes or ends it. A client
 * who has an open offer by any entry is given no other: the database holds that apart.
 */
public interface Waitlist {

    /**
     * Adds one that is new, among at most so many of its client.
     *
     * @return the one of that id there is, which may have been there before
     */
    Mono<Joined> add(WaitlistEntry entry, String bodyHash, int most);

    /** Fails with {@link Changed} when it is no longer what the change was decided on, or its client has an open offer. */
    Mono<WaitlistEntry> apply(WaitlistEntry.Change change);

    Mono<WaitlistEntry> byId(EntryId id);

    Mono<WaitlistEntry> bySecretHash(String hash);

    /** Those who wait for anything marked with one of these keys, the longest first, at most so many. */
    Flux<WaitlistEntry> waitingFor(Collection<String> keys, int most);

    /** Those that there are. */
    Flux<WaitlistEntry> byIds(Collection<EntryId> ids);

    /** All of one contact. */
    Flux<WaitlistEntry> ofClient(String clientRef);

    /** Drops it, unless something of it is yet to be published. */
    Mono<Void> drop(EntryId id);

    /** An entry, and the hash of what was asked for when it was made. */
    record Joined(WaitlistEntry entry, String bodyHash, boolean isNew) {

        Optional<WaitlistEntry> ifAskedFor(String hash) {
            return bodyHash.equals(hash) ? Optional.of(entry) : Optional.empty();
        }
    }

    /** Somebody else changed it first. */
    final class Changed extends RuntimeException {
        public Changed() {
            super("changed meanwhile", null, false, false);
        }
    }
}
