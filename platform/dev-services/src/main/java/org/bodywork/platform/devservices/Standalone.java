package org.bodywork.platform.devservices;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** Runs one server as a process: one line when it is ready, one line when it cannot start, a clean stop on SIGTERM. */
public final class Standalone {

    private static final int REFUSED = 1;

    private Standalone() {}

    /** Starts the server and keeps it until the process is asked to end. */
    public static <S extends AutoCloseable> void run(
            Function<String[], S> start, Function<S, String> readyLine, String[] args) {
        // Read by Logback when the first logger is made; in the jar under a name that no host application picks up.
        System.setProperty("logback.configurationFile", "org/bodywork/platform/devservices/standalone-logback.xml");
        var server = startOrExit(start, args);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "stop"));
        System.out.println("ready " + readyLine.apply(server));
        awaitTheEnd();
    }

    private static <S> S startOrExit(Function<String[], S> start, String[] args) {
        try {
            return start.apply(args);
        } catch (CannotStart refusal) {
            System.err.println(refusal.getMessage());
        } catch (RuntimeException bug) {
            LoggerFactory.getLogger(Standalone.class).error("Did not start", bug);
        }
        // Not every server's threads end with a failed start.
        System.exit(REFUSED);
        throw new IllegalStateException("exit returned");
    }

    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("Did not stop cleanly: " + e);
        }
    }
}
