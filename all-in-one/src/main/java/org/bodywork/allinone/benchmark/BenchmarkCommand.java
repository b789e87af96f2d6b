package org.bodywork.allinone.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final Map<String, Benchmark> BY_NAME = new TreeMap<>(Map.of(
            "start", new StartBenchmark(),
            "journey-latency", new JourneyLatencyBenchmark(),
            "import", new ImportBenchmark(),
            "search", new SearchBenchmark(),
            "openings", new OpeningsBenchmark(),
            "memory", new MemoryBenchmark(),
            "bookings", new BookingsBenchmark()));

    @Override
    public int run(List<String> typed) {
        List<String> names = Arguments.read(typed, Set.of(), Set.of()).others();
        for (String name : names.isEmpty() ? BY_NAME.keySet() : names) {
            Benchmark benchmark = BY_NAME.get(name);
            if (benchmark == null) {
                throw new Trouble("There is no benchmark \"%s\"; there are %s.".formatted(name, BY_NAME.keySet()));
            }
            System.out.println(name);
            run(benchmark);
        }
        return 0;
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
