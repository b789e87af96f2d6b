package org.bodywork.allinone.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bodywork.allinone.terminal.Trouble;

/**
 * A program given by its command line.
 *
 * @param environment what it gets beside the launcher's own environment; the only way a secret travels, as command
 *     lines can be read by everybody
 */
public record CommandProgram(
        String name,
        List<String> command,
        Path folder,
        Map<String, String> environment,
        ReadySign readySign,
        LogFile log)
        implements Program {

    @Override
    public Running start() {
        Process process = launch();
        CompletableFuture<Void> ready = new CompletableFuture<>();
        // Reading a pipe holds the thread that carries a virtual one: a few programs would leave none for the rest.
        Thread.ofPlatform().daemon().name("log of " + name).start(() -> keepLog(process, ready));
        if (readySign instanceof ReadySign.Address(var uri)) {
            Thread.ofVirtual().name("wait for " + name).start(() -> {
                if (new Probe(uri).awaitServing(process::isAlive)) {
                    ready.complete(null);
                }
            });
        }
        return new Running(process.toHandle(), ready);
    }

    private Process launch() {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Trouble("%s cannot be started: %s.".formatted(name, e.getMessage()), e);
        }
    }

    private void keepLog(Process process, CompletableFuture<Void> ready) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.add(line);
                if (readySign instanceof ReadySign.Line(var beginning) && line.startsWith(beginning)) {
                    ready.complete(null);
                }
            }
        } catch (IOException e) {
            // The pipe of a killed process may break in mid-line; everything before it is in the log.
            log.add("(output ended: " + e.getMessage() + ")");
        } catch (UncheckedIOException diskFull) {
            process.destroy();
        }
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return name;
    }
}
