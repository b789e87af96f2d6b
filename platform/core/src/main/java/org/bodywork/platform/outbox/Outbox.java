package org.bodywork.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.events.Event;
import reactor.core.publisher.Flux;

/**
 * Publishes an aggregate's events with the same certainty as its change is stored: {@link #stage} them, write them in
 * the change's own write, then {@link #nudge}. If the process dies in between, the relay of any instance finds them.
 */
public final class Outbox {

    /** Longer than the relay waits for the broker, so a lease ends only when its holder is gone or stuck. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final Relay relay;
    private final Clock clock;

    Outbox(Relay relay, Clock clock) {
        this.relay = relay;
        this.clock = clock;
    }

    /** One that nobody publishes from: for tests of a store without a broker. */
    public static Outbox unattended(Clock clock) {
        return new Outbox((_, _, _) -> {}, clock);
    }

    public Staged stage(List<Event> events) {
        return staged(events, LEASE);
    }

    /**
     * For one of many changes at once: whoever looks for what is left publishes it, see {@link #look}. Without an event,
     * which only something new may be, the state that is stored by then is told; whoever pushes events to it before then
     * pushes its state among them.
     */
    public Staged stageForLater(List<Event> events) {
        return staged(events, Duration.ZERO);
    }

    private Staged staged(List<Event> events, Duration lease) {
        Instant now = clock.instant();
        return new Staged(
                events.stream().map(event -> OutboxEntry.of(event, now)).toList(),
                new RelayLease(UUID.randomUUID().toString(), now.plus(lease)));
    }

    /** Lets this instance publish what was just written. Returns at once and never fails. */
    public void nudge(String collection, Object id, Staged staged) {
        relay.nudge(collection, id, staged.lease().token());
    }

    /** Lets this instance publish what was staged for later, unless {@linkplain #gently work} goes on that it would slow down. */
    public void look(String collection) {
        relay.look(collection);
    }

    /**
     * The same work. While it goes on, this instance publishes little of what was staged for later, and what is nudged
     * as ever; once it has ended, all of it.
     */
    public <T> Flux<T> gently(Flux<T> work) {
        return Flux.defer(() -> {
            relay.rest();
            return work.doFinally(_ -> relay.goOn());
        });
    }

    /** What publishes. */
    @FunctionalInterface
    interface Relay {

        void nudge(String collection, Object id, String token);

        default void look(String collection) {}

        default void rest() {}

        default void goOn() {}
    }
}
