package org.bodywork.allinone.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.DemoListings;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.FreeTimes;
import org.bodywork.allinone.journey.Inbox;
import org.bodywork.allinone.process.Waiting;

/**
 * How long it takes from the answer to a booking until the mail server has its confirmation, while bookings with
 * therapists who confirm at once come in steadily.
 */
record JourneyLatencyBenchmark() implements Benchmark {

    private static final int PER_SECOND = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Duration ALL_TOLD_WITHIN = Duration.ofMinutes(2);

    @Override
    public void run(Supplier<Bodywork> installation) {
        try (Bodywork bodywork = installation.get()) {
            bodywork.start();
            Bookings bookings = new Bookings(bodywork.site().bookings());
            Inbox inbox = new Inbox(bodywork.site().messages());
            FreeTimes times = FreeTimes.of(bookings, DemoListings.therapists(), bookingsIn(WARM_UP.plus(MEASURED)));

            new SteadyBookings(bookings, times, PER_SECOND).book(bookingsIn(WARM_UP));
            SteadyBookings measured = new SteadyBookings(bookings, times, PER_SECOND);
            measured.book(bookingsIn(MEASURED));

            System.out.println("  HTTP answer: " + new Measured(measured.answerTimes()));
            System.out.println("  answer to provider's receipt: " + latency(measured.answeredAt(), inbox));
            System.out.println("  " + bodywork.memory());
        }
    }

    private static int bookingsIn(Duration time) {
        return Math.toIntExact(time.toSeconds() * PER_SECOND);
    }

    private static Measured latency(Map<String, Instant> answeredAt, Inbox inbox) {
        Map<String, Instant> receivedAt = new ConcurrentHashMap<>();
        Waiting.until(
                () -> {
                    inbox.all().forEach(message -> receivedAt.put(message.to(), message.receivedAt()));
                    return receivedAt.keySet().containsAll(answeredAt.keySet());
                },
                all -> all,
                ALL_TOLD_WITHIN,
                _ -> "some confirmations did not arrive");
        List<Duration> latencies = answeredAt.entrySet().stream()
                .map(answer -> between(answer.getValue(), receivedAt.getOrDefault(answer.getKey(), Instant.MAX)))
                .toList();
        return new Measured(latencies);
    }

    /** A mail may be there before its booking's answer has been read. */
    private static Duration between(Instant answered, Instant received) {
        return received.isBefore(answered) ? Duration.ZERO : Duration.between(answered, received);
    }
}
