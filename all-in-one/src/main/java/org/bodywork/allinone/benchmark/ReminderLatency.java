package org.bodywork.allinone.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.bodywork.allinone.benchmark.ToldVisits.Visit;
import org.bodywork.allinone.process.Waiting;

/**
 * How long it takes from an event until the SMS server has its message, and how long the same path takes with nothing on
 * it: from Kafka, one durable write, an HTTP call. Both take turns, so that both meet the same machine.
 */
record ReminderLatency() implements Consumer<Reminding> {

    private static final int PER_SECOND = 20;
    private static final int WARM_UP = 1_200;
    private static final int MEASURED = 1_200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Override
    public void accept(Reminding reminding) {
        try (RawPath raw = new RawPath(reminding)) {
            awaitReceived(reminding, take(reminding, raw, 0, WARM_UP));
            reminding.receipts().forget();
            Map<String, Instant> told = take(reminding, raw, 2 * WARM_UP, MEASURED);
            Map<String, Instant> received = awaitReceived(reminding, told);
            Measured ours = latencies(told, received, true);
            Measured bare = latencies(told, received, false);
            System.out.printf(
                    Locale.ROOT,
                    "  event to provider: %s; the same path raw: %s; p99 %.2f times%n",
                    ours,
                    bare,
                    1.0 * ours.percentile(99).toNanos() / bare.percentile(99).toNanos());
        }
    }

    /** When each number had its message; returns when all have. */
    private static Map<String, Instant> awaitReceived(Reminding reminding, Map<String, Instant> told) {
        Map<String, Instant> received = new ConcurrentHashMap<>();
        Waiting.until(
                () -> {
                    Reminding.pause(BETWEEN_LOOKS);
                    reminding.receipts().all().forEach(receipt -> received.put(receipt.to(), receipt.at()));
                    return received.keySet().containsAll(told.keySet());
                },
                all -> all,
                PATIENCE,
                _ -> "%d of %d messages".formatted(received.size(), told.size()));
        return received;
    }

    /** When each number was told of; the even ones to the service. */
    private static Map<String, Instant> take(Reminding reminding, RawPath raw, int from, int each) {
        Map<String, Instant> told = new ConcurrentHashMap<>();
        Instant start = Reminding.inTenDays();
        long apart = Duration.ofSeconds(1).toNanos() / PER_SECOND / 2;
        long next = System.nanoTime();
        for (int number = from; number < from + 2 * each; number++) {
            Visit visit = Visit.number(number, start).byTextOnly();
            told.put(visit.phone(), Instant.now());
            if (isOurs(number)) {
                reminding.told().confirmed(visit);
            } else {
                raw.tell(visit);
            }
            next += apart;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        return told;
    }

    private static boolean isOurs(int number) {
        return number % 2 == 0;
    }

    private static Measured latencies(Map<String, Instant> told, Map<String, Instant> received, boolean ours) {
        return new Measured(told.entrySet().stream()
                .filter(each -> isOurs(Character.digit(
                                each.getKey().charAt(each.getKey().length() - 1), 10))
                        == ours)
                .map(each -> Duration.between(each.getValue(), received.getOrDefault(each.getKey(), Instant.MAX)))
                .toList());
    }
}
