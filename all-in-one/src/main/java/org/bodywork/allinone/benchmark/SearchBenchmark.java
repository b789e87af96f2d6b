package org.bodywork.allinone.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.Service;
import org.bodywork.allinone.UpOptions;
import org.bodywork.allinone.http.Http;
import org.bodywork.allinone.process.Waiting;
import tools.jackson.databind.JsonNode;

/**
 * How many searches among 100 000 therapists are answered a second, as a share of what the same service answers with a
 * constant body of the same length; how long one takes at half that load; and how soon an edit and a whole new index are
 * there. therapist-service runs alone, with both compilers.
 */
record SearchBenchmark() implements Benchmark {

    private static final int THERAPISTS = 100_000;
    private static final String SEARCH = "/api/therapists";
    private static final String YARDSTICK = "/yardstick";
    private static final int AT_ONCE = 10_000;
    private static final int CONNECTIONS = 64;
    private static final int SAMPLE = 200;
    private static final int MANY = 5_000;
    private static final int REPEATED = 200;

    /** Beyond all that was asked before. */
    private static final int PACED_FROM = 10_000_000;

    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final Duration INDEXED_WITHIN = Duration.ofMinutes(3);
    private static final Duration PUBLISHED_WITHIN = Duration.ofMinutes(5);
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(30);

    @Override
    public UpOptions options(UpOptions usual) {
        return usual.measuring(Set.of(Service.THERAPIST));
    }

    @Override
    public void run(Supplier<Bodywork> installation) {
        try (Bodywork bodywork = installation.get()) {
            bodywork.start();
            Directory directory = new Directory(bodywork.site().directory());
            fill(bodywork, directory);
            throughput(directory);
            edit(bodywork, directory);
            rebuild(bodywork, directory);
            System.out.printf(Locale.ROOT, "  index on disk: %d MB%n", megabytes(bodywork.searchIndex()));
            System.out.printf(
                    Locale.ROOT,
                    "  heap: %d MB used of %d MB; %s%n",
                    directory.heapUsed(),
                    directory.heapMost(),
                    bodywork.memory());
        }
    }

    private static void fill(Bodywork bodywork, Directory directory) {
        long began = System.nanoTime();
        for (int from = 0; from < THERAPISTS; from += AT_ONCE) {
            long part = System.nanoTime();
            bodywork.importTherapists("part", VariedListings.csv(from, from + AT_ONCE));
            System.out.printf(
                    Locale.ROOT,
                    "  %.0f rows a second; %s, %s%n",
                    AT_ONCE / secondsSince(part),
                    bodywork.memory(),
                    bodywork.memoryWithoutFiles(Service.THERAPIST));
        }
        System.out.printf(Locale.ROOT, "  imported %d in %.0f s%n", THERAPISTS, secondsSince(began));
        Waiting.until(
                () -> directory.total("/api/therapists?size=1"),
                total -> total >= THERAPISTS,
                INDEXED_WITHIN,
                total -> "search knows only " + total);
        System.out.printf(Locale.ROOT, "  all found %.0f s after the import began%n", secondsSince(began));
        // Accounts go on being published, which would be measured along with the searches.
        Waiting.until(
                directory::unpublished,
                left -> left == 0,
                PUBLISHED_WITHIN,
                left -> "%d documents wait to be published".formatted(left));
        System.out.printf(Locale.ROOT, "  all published %.0f s after the import began%n", secondsSince(began));
    }

    private static void throughput(Directory directory) {
        long broad = IntStream.range(0, SAMPLE)
                .filter(number -> directory.total(SomeSearches.path(-1 - number)) > MANY)
                .count();
        System.out.printf(Locale.ROOT, "  of %d sample searches %d match more than %d%n", SAMPLE, broad, MANY);
        Load load = new Load(directory.address(), CONNECTIONS);
        AtomicInteger numbers = new AtomicInteger();
        IntFunction<String> distinct = SomeSearches::path;
        IntFunction<String> repeated = number -> SomeSearches.path(number % REPEATED);

        long bytes = load.fullSpeed(numbers, distinct, WARM_UP).bytesEach();
        IntFunction<String> constant = _ -> YARDSTICK + "?bytes=" + bytes;
        load.fullSpeed(numbers, constant, WARM_UP);
        load.fullSpeed(numbers, repeated, WARM_UP.dividedBy(3));

        double yardstick = load.fullSpeed(numbers, constant, MEASURED).perSecond();
        double fresh = load.fullSpeed(numbers, distinct, MEASURED).perSecond();
        double known = load.fullSpeed(new AtomicInteger(), repeated, MEASURED).perSecond();
        System.out.printf(Locale.ROOT, "  constant body of %d bytes: %.0f a second%n", bytes, yardstick);
        System.out.printf(Locale.ROOT, "  distinct searches: %.0f a second, %.3f of it%n", fresh, fresh / yardstick);
        System.out.printf(Locale.ROOT, "  repeated searches: %.0f a second, %.3f of it%n", known, known / yardstick);
        paced("distinct searches", SEARCH, distinct, fresh / 2, load, directory);
        paced("the constant body", YARDSTICK, constant, fresh / 2, load, directory);
    }

    /** What the constant body takes at the same pace is what this machine adds by itself. */
    private static void paced(
            String what, String path, IntFunction<String> question, double perSecond, Load load, Directory directory) {
        ServedTimes before = directory.served(path);
        Measured asked = load.paced(new AtomicInteger(PACED_FROM), question, perSecond, MEASURED);
        System.out.printf(Locale.ROOT, "  %s at %.0f a second: %s%n", what, perSecond, asked);
        System.out.printf(
                "  the same in the service: %s%n", directory.served(path).since(before));
    }

    private static void edit(Bodywork bodywork, Directory directory) {
        String edited = VariedListings.row(0).replaceFirst("(load-0,)[^,]*", "$1Quintessa Xylander");
        bodywork.importTherapists("edit", VariedListings.header() + edited);
        long began = System.nanoTime();
        Waiting.until(
                () -> directory.total("/api/therapists?q=quintessa+xylander"),
                total -> total == 1,
                SEEN_WITHIN,
                total -> "the edit is not found");
        System.out.printf(Locale.ROOT, "  an edit is found %.2f s after its answer%n", secondsSince(began));
    }

    private static void rebuild(Bodywork bodywork, Directory directory) {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger missing = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        Thread asking = Thread.startVirtualThread(() -> {
            while (!over.get()) {
                if (directory.total("/api/therapists?size=1&near=38.6,-90." + asked.incrementAndGet()) < THERAPISTS) {
                    missing.incrementAndGet();
                }
            }
        });
        long began = System.nanoTime();
        bodywork.rebuildSearch();
        double seconds = secondsSince(began);
        over.set(true);
        try {
            asking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.printf(
                Locale.ROOT,
                "  rebuilt in %.1f s; %d searches answered meanwhile, %d of them without somebody%n",
                seconds,
                asked.get(),
                missing.get());
    }

    private static long megabytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** therapist-service, asked one thing at a time. */
    private record Directory(URI address, Http http) {

        Directory(URI address) {
            this(address, Http.plain());
        }

        int total(String path) {
            JsonNode found = http.get(address.resolve(path)).expect(200);
            return found.path("total").asInt();
        }

        long heapUsed() {
            return heap("jvm_memory_used_bytes");
        }

        long heapMost() {
            return heap("jvm_memory_max_bytes");
        }

        ServedTimes served(String path) {
            return ServedTimes.of(metrics(), path);
        }

        /** As the service counts them every few seconds. */
        long unpublished() {
            return sum("outbox_pending{");
        }

        private String metrics() {
            return http.get(address.resolve("/actuator/prometheus")).text();
        }

        private long heap(String metric) {
            return sum(metric + "{area=\"heap\"") >> 20;
        }

        private long sum(String metric) {
            return metrics()
                    .lines()
                    .filter(line -> line.startsWith(metric))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }
}
