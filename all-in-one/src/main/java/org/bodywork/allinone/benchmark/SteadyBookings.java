package org.bodywork.allinone.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.Client;
import org.bodywork.allinone.journey.FreeTimes;

/** Bookings that come in at one pace, however long the answers take. */
final class SteadyBookings {

    private final Bookings bookings;
    private final FreeTimes times;
    private final long nanosBetween;
    private final Map<String, Instant> answeredAt = new ConcurrentHashMap<>();
    private final Queue<Duration> answerTimes = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    SteadyBookings(Bookings bookings, FreeTimes times, int perSecond) {
        this.bookings = bookings;
        this.times = times;
        this.nanosBetween = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /** Sends so many and returns when all are answered. */
    void book(int count) {
        long next = System.nanoTime();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                each.execute(this::bookOne);
                next += nanosBetween;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
    }

    private void bookOne() {
        FreeTimes.FreeTime time = times.next();
        Client client = Client.byEmailOnly("Bench Mark");
        long sent = System.nanoTime();
        try {
            bookings.book(time.therapist(), time.start(), client);
            answeredAt.put(client.email(), Instant.now());
            answerTimes.add(Duration.ofNanos(System.nanoTime() - sent));
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    /** When each client's booking was answered, by email address. */
    Map<String, Instant> answeredAt() {
        return answeredAt;
    }

    Collection<Duration> answerTimes() {
        return answerTimes;
    }
}
