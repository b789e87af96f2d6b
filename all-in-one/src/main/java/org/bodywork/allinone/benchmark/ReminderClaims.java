package org.bodywork.allinone.benchmark;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bodywork.allinone.Service;
import org.bodywork.allinone.benchmark.PlannedReminders.Due;
import org.bodywork.allinone.http.Http;

/**
 * What it costs to claim one of the reminders that are due, while ten thousand are planned and while a million are: the
 * service's own timer around its findAndModify, while it sends as fast as its pace allows.
 */
record ReminderClaims() implements Consumer<Reminding> {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int WARM_UP = 2_000;
    private static final int MEASURED = 2_000;

    @Override
    public void accept(Reminding reminding) {
        PlannedReminders pattern = reminding.pattern();
        plan(pattern, 0, FEW);
        send(reminding, pattern, 0, WARM_UP);
        Claims few = claims(reminding, pattern, WARM_UP);
        long began = System.nanoTime();
        plan(pattern, FEW, MANY);
        reminding.flush();
        System.out.printf(Locale.ROOT, "  %d planned in %.0f s%n", MANY, (System.nanoTime() - began) / 1e9);
        send(reminding, pattern, WARM_UP + MEASURED, WARM_UP / 4);
        Claims many = claims(reminding, pattern, 2 * WARM_UP + MEASURED);
        System.out.printf(
                Locale.ROOT,
                "  a claim among %d planned %s, among %d %s: %.2f times%n",
                FEW,
                few,
                MANY,
                many,
                many.millis() / few.millis());
    }

    /** In days to come, nobody's. */
    private static void plan(PlannedReminders pattern, int from, int until) {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        pattern.writeAlone(IntStream.range(from, until).mapToObj(number -> {
            Instant due = tomorrow.plusSeconds(number);
            return Due.of(number, number % 2 == 0, due, due.plus(Duration.ofDays(1)));
        }));
    }

    private static void send(Reminding reminding, PlannedReminders pattern, int from, int count) {
        Instant now = Instant.now();
        List<Due> due = IntStream.range(from, from + count)
                .mapToObj(number -> Due.of(number, number % 2 == 0, now, now.plus(Duration.ofDays(1))))
                .toList();
        due.forEach(reminding::expect);
        pattern.write(due);
        reminding.awaitSent("reminders");
    }

    private static Claims claims(Reminding reminding, PlannedReminders pattern, int from) {
        Claims before = Claims.soFar(reminding);
        send(reminding, pattern, from, MEASURED);
        return Claims.soFar(reminding).since(before);
    }

    /** How many there were, and what they took together. */
    private record Claims(double count, double seconds) {

        static Claims soFar(Reminding reminding) {
            URI metrics = Service.NOTIFICATION.url(reminding.bodywork().ports()).resolve("/actuator/prometheus");
            List<String> lines = Http.plain().get(metrics).text().lines().toList();
            return new Claims(
                    value(lines, "due_claim_seconds_count{queue=\"notifications\"}"),
                    value(lines, "due_claim_seconds_sum{queue=\"notifications\"}"));
        }

        private static double value(List<String> lines, String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElse(0);
        }

        Claims since(Claims earlier) {
            return new Claims(count - earlier.count, seconds - earlier.seconds);
        }

        double millis() {
            return seconds * 1e3 / count;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f ms (%.0f)", millis(), count);
        }
    }
}
