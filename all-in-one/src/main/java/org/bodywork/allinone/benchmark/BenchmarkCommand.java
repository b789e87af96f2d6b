package org.bodywork.allinone.benchmark;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.Home;
import org.bodywork.allinone.Ports;
import org.bodywork.allinone.UpOptions;
import org.bodywork.allinone.data.Folders;
import org.bodywork.allinone.terminal.Arguments;
import org.bodywork.allinone.terminal.Command;
import org.bodywork.allinone.terminal.Trouble;

/** Measures, each time on an installation of its own with free ports and a folder that is deleted afterwards. */
public record BenchmarkCommand(Home home) implements Command {

    private static final SortedMap<String, Benchmark> BY_NAME = new TreeMap<>(Map.ofEntries(
            entry("start", new StartBenchmark()),
            entry("journey-latency", new JourneyLatencyBenchmark()),
            entry("import", new ImportBenchmark()),
            entry("search", new SearchBenchmark()),
            entry("openings", new OpeningsBenchmark()),
            entry("memory", new MemoryBenchmark()),
            entry("bookings", new BookingsBenchmark()),
            entry("pages", new PagesBenchmark()),
            entry("reminders-claims", new RemindersBenchmark(new ReminderClaims())),
            entry("reminders-latency", new RemindersBenchmark(new ReminderLatency())),
            entry("reminders-minute", new RemindersBenchmark(new RemindersInAMinute())),
            entry("reminders-outage", new RemindersBenchmark(new RemindersAfterOutage())),
            entry("reminders-planning", new RemindersBenchmark(new ReminderPlanning()))));

    @Override
    public int run(List<String> typed) {
        List<String> names = Arguments.read(typed, Set.of(), Set.of()).others();
        SortedMap<String, Benchmark> wanted = new TreeMap<>();
        names.forEach(name -> wanted.putAll(named(name)));
        (names.isEmpty() ? BY_NAME : wanted).forEach((name, benchmark) -> {
            System.out.println(name);
            run(benchmark);
        });
        return 0;
    }

    /** The one of that name, or all parts of it. */
    private static Map<String, Benchmark> named(String name) {
        Map<String, Benchmark> found = new TreeMap<>(BY_NAME);
        found.keySet().removeIf(each -> !each.equals(name) && !each.startsWith(name + "-"));
        if (found.isEmpty()) {
            throw new Trouble("There is no benchmark \"%s\"; there are %s.".formatted(name, BY_NAME.keySet()));
        }
        return found;
    }

    private void run(Benchmark benchmark) {
        try {
            Path data = Files.createTempDirectory("bodywork-benchmark");
            try {
                benchmark.run(() -> new Bodywork(
                        home,
                        benchmark.options(new UpOptions(data, Ports.free(), true, false, false, System.getenv())),
                        line -> System.out.println("  " + line)));
            } finally {
                Folders.delete(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
