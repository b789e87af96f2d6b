package org.bodywork.platform.devservices.mongo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bodywork.platform.devservices.CannotStart;
import org.bodywork.platform.devservices.Ports;

/** A mongod of this machine, run as a child process and as a replica set of one. */
public final class RealMongod implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final int port;

    private RealMongod(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * The program named by the environment's {@code MONGOD}, else the first {@code mongod} on its {@code PATH}.
     *
     * @throws CannotStart when {@code MONGOD} names something that cannot be run
     */
    public static Optional<Path> find() {
        return find(System.getenv());
    }

    public static Optional<Path> find(Map<String, String> environment) {
        var named = environment.getOrDefault("MONGOD", "");
        if (named.isBlank()) {
            return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                    .splitAsStream(environment.getOrDefault("PATH", ""))
                    .filter(folder -> !folder.isBlank())
                    .map(folder -> Path.of(folder, "mongod"))
                    .filter(RealMongod::canRun)
                    .findFirst();
        }
        var program = Path.of(named);
        if (!canRun(program)) {
            throw new CannotStart("MONGOD names %s, which cannot be run. Correct it or unset it.".formatted(named));
        }
        return Optional.of(program);
    }

    private static boolean canRun(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program);
    }

    /**
     * Starts mongod on 127.0.0.1 and returns once it is primary and takes writes.
     *
     * @param data made when new; its log is {@code mongod.log} in there
     * @param port 0 for a free one; may differ from the last start's
     * @throws CannotStart when the port is busy, the folder cannot be used, or mongod ends or stays silent
     */
    public static RealMongod start(Path program, Path data, int port) {
        int free = Ports.require(LOOPBACK, port);
        var mongod = new RealMongod(launch(program, data, free), free);
        try (var replicaSet = new ReplicaSetOfOne(LOOPBACK, free)) {
            replicaSet.awaitPrimary(mongod.process::isAlive);
            return mongod;
        } catch (RuntimeException e) {
            mongod.close();
            throw new CannotStart(
                    "mongod did not become ready (%s). Its log %s says more.".formatted(e.getMessage(), log(data)), e);
        }
    }

    private static Process launch(Path program, Path data, int port) {
        try {
            var files = Files.createDirectories(data.toAbsolutePath().resolve("db"));
            return new ProcessBuilder(command(program, files, log(data), port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new CannotStart(
                    "mongod cannot be started from %s with the folder %s (%s)."
                            .formatted(program, data.toAbsolutePath(), e.getMessage()),
                    e);
        }
    }

    private static List<String> command(Path program, Path files, Path log, int port) {
        return List.of(
                program.toString(),
                "--dbpath",
                files.toString(),
                "--logpath",
                log.toString(),
                "--logappend",
                "--quiet",
                "--bind_ip",
                LOOPBACK,
                "--port",
                String.valueOf(port),
                "--replSet",
                ReplicaSetOfOne.NAME,
                "--oplogSize",
                "256",
                // The default takes half of the machine's memory.
                "--wiredTigerCacheSizeGB",
                "0.25",
                "--setParameter",
                "diagnosticDataCollectionEnabled=false");
    }

    private static Path log(Path data) {
        return data.toAbsolutePath().resolve("mongod.log");
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "mongodb://%s:%d/?replicaSet=%s".formatted(LOOPBACK, port, ReplicaSetOfOne.NAME);
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Asks mongod to end, waits for it, and ends it hard when it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
