package org.bodywork.platform.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** A server that the first test to ask for it starts, and that ends with the JVM. */
public final class OncePerJvm<S extends AutoCloseable> {

    private final Supplier<S> start;
    private @Nullable S server;

    public OncePerJvm(Supplier<S> start) {
        this.start = start;
    }

    public synchronized S get() {
        S running = server;
        if (running == null) {
            S started = start.get();
            // These run when every Spring application has ended, so none sees its servers vanish.
            SpringApplication.getShutdownHandlers().add(() -> close(started));
            server = started;
            running = started;
        }
        return running;
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("A server used by tests did not stop cleanly: " + e);
        }
    }
}
