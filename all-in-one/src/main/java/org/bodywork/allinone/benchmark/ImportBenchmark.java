package org.bodywork.allinone.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.process.Waiting;
import org.bodywork.allinone.terminal.Trouble;

/**
 * How many rows of new therapists are imported a second, how long booking-service then takes to know the last of them,
 * and how many rows a second are found unchanged when the file comes again.
 */
record ImportBenchmark() implements Benchmark {

    private static final int WARM_UP = 2_000;
    private static final int ROWS = 20_000;
    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(5);

    @Override
    public void run(Supplier<Bodywork> installation) {
        try (Bodywork bodywork = installation.get()) {
            bodywork.start();
            importing(bodywork, "warming up", ManyListings.csv("warm", WARM_UP), WARM_UP);
            System.out.println("  before: " + bodywork.memory());
            String csv = ManyListings.csv("bench", ROWS);
            importing(bodywork, "new", csv, ROWS);
            System.out.printf(Locale.ROOT, "  bookable %.1f s later%n", secondsUntilKnown(bodywork, csv));
            importing(bodywork, "unchanged", csv, ROWS);
            System.out.println("  after: " + bodywork.memory());
        }
    }

    private static void importing(Bodywork bodywork, String name, String csv, int rows) {
        long began = System.nanoTime();
        List<String> report = bodywork.importTherapists(name, csv);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (report.size() > 1) {
            throw new Trouble("The import refused rows: " + report);
        }
        System.out.println("  " + report.getFirst());
        System.out.printf(Locale.ROOT, "  %s: %.1f s, %.0f rows a second%n", name, seconds, rows / seconds);
    }

    private static double secondsUntilKnown(Bodywork bodywork, String csv) {
        long began = System.nanoTime();
        Bookings bookings = new Bookings(bodywork.site().bookings());
        DemoTherapist last = DemoTherapist.in(csv).getLast();
        Waiting.until(
                () -> bookings.know(last),
                known -> known,
                KNOWN_WITHIN,
                _ -> "booking-service does not know the last therapist");
        return (System.nanoTime() - began) / 1e9;
    }
}
