package org.bodywork.platform.kafka;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bodywork.platform.events.Event;
import org.springframework.kafka.core.KafkaOperations;

/** Sends facts and waits until the broker has them. */
public final class Publisher {

    private final KafkaOperations<String, byte[]> kafka;
    private final EventCodec codec;

    public Publisher(KafkaOperations<String, byte[]> kafka, EventCodec codec) {
        this.kafka = kafka;
        this.codec = codec;
    }

    /**
     * Sends all, in the order given (which the idempotent producer keeps within a partition), and returns once the
     * broker has acknowledged every one. Blocks; to be called on a thread of our own.
     *
     * @throws NotPublished when any was not acknowledged within the time; any of them may have arrived all the same
     */
    public void publish(List<Event> events, Duration patience) {
        try {
            CompletableFuture.allOf(events.stream()
                            .map(event -> kafka.send(codec.encode(event)))
                            .toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw new NotPublished(events.size(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublished(events.size(), e);
        }
    }

    /** The broker did not acknowledge. */
    public static final class NotPublished extends RuntimeException {

        NotPublished(int events, Throwable cause) {
            super("the broker did not acknowledge " + events + " events: " + cause, cause);
        }
    }
}
