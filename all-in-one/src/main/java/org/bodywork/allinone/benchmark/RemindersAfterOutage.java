package org.bodywork.allinone.benchmark;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bodywork.allinone.Service;
import org.bodywork.allinone.benchmark.PlannedReminders.Due;
import org.bodywork.allinone.benchmark.Receipts.Receipt;

/**
 * Reminders by text that became due while the service was dead for two hours: an hour, two hours and a day before their
 * visits, so that some are of no use any more. In which order the others were received, in what time at the usual pace
 * of 50 a second, and whether any came that was of no use.
 */
record RemindersAfterOutage() implements Consumer<Reminding> {

    private static final int REMINDERS = 20_000;
    private static final Duration OUTAGE = Duration.ofHours(2);
    private static final List<Duration> BEFORE_VISIT =
            List.of(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(24));

    @Override
    public void accept(Reminding reminding) {
        PlannedReminders pattern = reminding.pattern();
        Random random = new Random(42);
        reminding.bodywork().kill(Service.NOTIFICATION);
        Instant now = Instant.now();
        List<Due> all = IntStream.range(0, REMINDERS)
                .mapToObj(number -> {
                    Instant due = now.minusMillis(random.nextLong(OUTAGE.toMillis()));
                    return Due.of(number, false, due, due.plus(BEFORE_VISIT.get(number % BEFORE_VISIT.size())));
                })
                .toList();
        all.forEach(reminding::expect);
        pattern.write(all);
        reminding.bodywork().awaitServing(Service.NOTIFICATION);
        Instant serving = Instant.now();
        reminding.awaitSent("reminders");
        tell(all, reminding.receipts().all(), serving);
    }

    private static void tell(List<Due> all, List<Receipt> receipts, Instant serving) {
        Map<String, Due> byAddress = all.stream().collect(Collectors.toMap(Due::address, Function.identity()));
        List<Due> received = receipts.stream()
                .map(receipt -> requireNonNull(byAddress.get(receipt.to())))
                .toList();
        long useless = receipts.stream()
                .filter(receipt -> !receipt.at()
                        .isBefore(requireNonNull(byAddress.get(receipt.to())).start()))
                .count();
        long inVain = all.stream().filter(due -> !due.start().isAfter(serving)).count();
        System.out.printf(
                Locale.ROOT,
                "  %d due, %d of no use when it served again: %d received in %.0f s, %d of no use, %d twice; farthest"
                        + " from the order of visits %s%n",
                all.size(),
                inVain,
                receipts.size(),
                Duration.between(serving, receipts.getLast().at()).toMillis() / 1e3,
                useless,
                receipts.size() - received.stream().distinct().count(),
                displacement(received));
    }

    /** How many places each was away from where the start of its visit would have put it. */
    private static String displacement(List<Due> received) {
        Map<Due, Integer> rank = new HashMap<>();
        received.stream().sorted(Comparator.comparing(Due::start)).forEach(due -> rank.put(due, rank.size()));
        int[] away = IntStream.range(0, received.size())
                .map(place -> Math.abs(place - requireNonNull(rank.get(received.get(place)))))
                .sorted()
                .toArray();
        return "p50 %d, p99 %d, max %d places"
                .formatted(away[away.length / 2], away[away.length * 99 / 100], away[away.length - 1]);
    }
}
