package org.bodywork.platform.devservices;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A main class run as {@code up} and the image run it: a JVM of its own on the packaged jar and its libraries. */
final class PackagedProcess implements AutoCloseable {

    private static final Path TARGET = Path.of("target");

    private final Process process;
    private final Path output;

    private PackagedProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static PackagedProcess start(Path output, Class<?> main, String... args) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx384m",
                "-cp",
                jar() + ":" + TARGET.resolve("lib") + "/*",
                main.getName()));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new PackagedProcess(process, output);
    }

    private static Path jar() throws IOException {
        try (var files = Files.newDirectoryStream(TARGET, "platform-dev-services-*.jar")) {
            return files.iterator().next();
        }
    }

    /** Everything it printed by the time it is ready or has ended. */
    List<String> linesWhenReady() throws IOException {
        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || isReady());
        return lines();
    }

    /** What the process answers to SIGTERM: everything it printed, and it has ended. */
    List<String> linesAfterTerm() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Still runs 20 s after SIGTERM");
        }
        return lines();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    private boolean isReady() throws IOException {
        return lines().stream().anyMatch(line -> line.startsWith("ready "));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
