package org.bodywork.allinone.benchmark;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bodywork.allinone.Service;
import org.bodywork.allinone.benchmark.PlannedReminders.Due;
import org.bodywork.allinone.benchmark.Receipts.Receipt;

/**
 * Reminders that are due evenly over one minute, half by email and half by text, sent by two instances at the pace that
 * is set when nobody sets another: how late each provider received them, and whether any came twice.
 */
record RemindersInAMinute() implements Consumer<Reminding> {

    private static final int REMINDERS = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int WARM_UP = 3_000;

    /** Until then all are written. */
    private static final Duration SOON = Duration.ofSeconds(8);

    @Override
    public void accept(Reminding reminding) {
        reminding.bodywork().startAnother(Service.NOTIFICATION);
        PlannedReminders pattern = reminding.pattern();
        send(reminding, pattern, 0, WARM_UP, MINUTE.dividedBy(3));
        reminding.receipts().forget();
        List<Due> due = send(reminding, pattern, WARM_UP, REMINDERS, MINUTE);
        System.out.println(
                "  ended as " + reminding.ends(due.stream().map(Due::visit).toList()));
        tell(due, reminding.receipts().all());
    }

    private static List<Due> send(Reminding reminding, PlannedReminders pattern, int from, int count, Duration within) {
        Instant begin = Instant.now().plus(SOON);
        List<Due> all = IntStream.range(0, count)
                .mapToObj(turn -> {
                    Instant due = begin.plus(within.multipliedBy(turn).dividedBy(count));
                    return Due.of(from + turn, turn % 2 == 0, due, due.plus(Duration.ofDays(1)));
                })
                .toList();
        all.forEach(reminding::expect);
        pattern.write(all);
        Reminding.pause(Duration.between(Instant.now(), begin.plus(within)));
        reminding.awaitSent("reminders");
        return all;
    }

    private static void tell(List<Due> due, List<Receipt> receipts) {
        Map<String, Due> byAddress = due.stream().collect(Collectors.toMap(Due::address, Function.identity()));
        List<Receipt> ours = receipts.stream()
                .filter(receipt -> byAddress.containsKey(receipt.to()))
                .toList();
        long reached = ours.stream().map(Receipt::to).distinct().count();
        System.out.printf(
                Locale.ROOT,
                "  %d due in a minute over two instances: received %s late; %d not sent, %d sent twice%n",
                due.size(),
                new Measured(ours.stream()
                        .map(receipt -> lateness(requireNonNull(byAddress.get(receipt.to())), receipt))
                        .toList()),
                due.size() - reached,
                ours.size() - reached);
    }

    private static Duration lateness(Due due, Receipt receipt) {
        return Duration.between(due.due(), receipt.at());
    }
}
