package org.bodywork.allinone.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.Service;
import org.bodywork.allinone.data.Folders;
import org.bodywork.allinone.http.UploadedFile;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.process.Waiting;

/**
 * How many rows of new therapists are imported a second, what memory that takes while it goes on, how long
 * booking-service then takes to know the last of them, and how many rows a second are found unchanged when the file
 * comes again.
 */
record ImportBenchmark() implements Benchmark {

    private static final int WARM_UP = 5_000;
    private static final int ROWS = 100_000;
    private static final int SECONDS_BETWEEN_LOOKS = 10;
    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(10);

    @Override
    public void run(Supplier<Bodywork> installation) {
        try {
            Path files = Files.createTempDirectory("bodywork-listings");
            try (Bodywork bodywork = installation.get()) {
                bodywork.start();
                measure(bodywork, files);
            } finally {
                Folders.delete(files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void measure(Bodywork bodywork, Path files) throws IOException {
        importing(bodywork, "warming up", ManyListings.file(files, "warm", WARM_UP), WARM_UP);
        System.out.println("  before: " + bodywork.memory());
        Path file = ManyListings.file(files, "bench", ROWS);
        importing(bodywork, "new", file, ROWS);
        System.out.println("  after: " + bodywork.memory());
        System.out.printf(Locale.ROOT, "  bookable %.1f s later%n", secondsUntilKnown(bodywork));
        importing(bodywork, "unchanged", file, ROWS);
        System.out.println("  at last: " + bodywork.memory());
    }

    private static void importing(Bodywork bodywork, String name, Path file, int rows) throws IOException {
        long began = System.nanoTime();
        String report = bodywork.importTherapists(name, UploadedFile.at(file), memoryNowAndThen(bodywork));
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.println("  " + report);
        System.out.printf(Locale.ROOT, "  %s: %.1f s, %.0f rows a second%n", name, seconds, rows / seconds);
    }

    /** Progress is told once a second. */
    private static Consumer<String> memoryNowAndThen(Bodywork bodywork) {
        AtomicInteger told = new AtomicInteger();
        return progress -> {
            if (told.incrementAndGet() % SECONDS_BETWEEN_LOOKS == 0) {
                System.out.printf(
                        "  %s, %s, %s%n", progress, bodywork.memory(), bodywork.memoryWithoutFiles(Service.THERAPIST));
            }
        };
    }

    private static double secondsUntilKnown(Bodywork bodywork) {
        long began = System.nanoTime();
        Bookings bookings = new Bookings(bodywork.site().bookings());
        DemoTherapist last =
                DemoTherapist.in(ManyListings.lastOf("bench", ROWS)).getLast();
        Waiting.until(
                () -> bookings.know(last),
                known -> known,
                KNOWN_WITHIN,
                _ -> "booking-service does not know the last therapist");
        return (System.nanoTime() - began) / 1e9;
    }
}
