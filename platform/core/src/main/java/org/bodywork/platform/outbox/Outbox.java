package org.bodywork.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.events.Event;

/**
 * Publishes an aggregate's events with the same certainty as its change is stored: {@link #stage} them, write them in
 * the change's own write, then {@link #nudge}. If the process dies in between, the relay of any instance finds them.
 */
public final class Outbox {

    /** Longer than the relay waits for the broker, so a lease ends only when its holder is gone or stuck. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final Nudge relay;
    private final Clock clock;

    Outbox(Nudge relay, Clock clock) {
        this.relay = relay;
        this.clock = clock;
    }

    /** One that nobody publishes from: for tests of a store without a broker. */
    public static Outbox unattended(Clock clock) {
        return new Outbox((_, _, _) -> {}, clock);
    }

    public Staged stage(List<Event> events) {
        Instant now = clock.instant();
        return new Staged(
                events.stream().map(event -> OutboxEntry.of(event, now)).toList(),
                new RelayLease(UUID.randomUUID().toString(), now.plus(LEASE)));
    }

    /** Lets this instance publish what was just written. Returns at once and never fails. */
    public void nudge(String collection, Object id, Staged staged) {
        relay.nudge(collection, id, staged.lease().token());
    }

    /** How the relay is told of a document. */
    @FunctionalInterface
    interface Nudge {

        void nudge(String collection, Object id, String token);
    }
}
