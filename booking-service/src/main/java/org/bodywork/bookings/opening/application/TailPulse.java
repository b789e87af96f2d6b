package org.bodywork.bookings.opening.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether this instance hears what others change. It sends itself a beat through the one partition that carries the
 * changes; while a beat sent less than two seconds ago has come back, everything sent before it has been heard.
 */
public final class TailPulse {

    static final Duration ALIVE_FOR = Duration.ofSeconds(2);

    private final String instance = UUID.randomUUID().toString();
    private final Clock steady;
    private final AtomicReference<Instant> newestBeat = new AtomicReference<>(Instant.MIN);

    /**
     * A pulse not heard yet.
     *
     * @param steady the unmoved clock
     */
    public TailPulse(Clock steady) {
        this.steady = steady;
    }

    public String instance() {
        return instance;
    }

    /**
     * A beat came back; those of other instances say nothing about this one.
     *
     * @return whether it is the first: what was told before may have gone unheard
     */
    public boolean heard(String sender, Instant sentAt) {
        return sender.equals(instance)
                && newestBeat
                        .getAndAccumulate(sentAt, (known, heard) -> heard.isAfter(known) ? heard : known)
                        .equals(Instant.MIN);
    }

    boolean isAlive() {
        return newestBeat.get().isAfter(steady.instant().minus(ALIVE_FOR));
    }
}
