package org.bodywork.allinone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Ends the other processes when the launcher dies without doing so itself, as under {@code kill -9}.
 *
 * <p>A shell script of a few lines in a process of its own. It reads the ids of what runs from a pipe that the system
 * closes together with the launcher.
 */
public final class Watchdog implements AutoCloseable {

    private final Process shell;
    private final Writer pipe;

    private Watchdog(Process shell) {
        this.shell = shell;
        this.pipe = shell.outputWriter(StandardCharsets.UTF_8);
    }

    public static Watchdog start() {
        try (var script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
            if (script == null) {
                throw new IllegalStateException("watchdog.sh is not on the class path");
            }
            return new Watchdog(new ProcessBuilder(
                            "sh", "-c", new String(script.readAllBytes(), StandardCharsets.UTF_8), "bodywork-watchdog")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This is to end first, while what it uses still serves. */
    public void startedToEndFirst(long pid) {
        tell("first " + pid);
    }

    /** Others use this: it is to end last. */
    public void startedToEndLast(long pid) {
        tell("last " + pid);
    }

    public void ended(long pid) {
        tell("ended " + pid);
    }

    /** What the system does to the pipe when the launcher is killed; returns once the watchdog has done its work. */
    void launcherDies() throws IOException {
        pipe.close();
        shell.onExit().join();
    }

    /** To be called once everything has ended. */
    @Override
    public void close() {
        tell("done");
        shell.onExit().join();
    }

    private synchronized void tell(String line) {
        try {
            pipe.append(line).append('\n').flush();
        } catch (IOException watchdogIsGone) {
            // Everything still runs and ends as it should; only a kill of the launcher would now leave processes.
        }
    }
}
