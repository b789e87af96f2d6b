package org.bodywork.platform;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** A place in a handler where a test keeps it waiting. Waiting holds no thread. */
final class Hold {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    /** Completes once the test lets go. */
    Mono<Void> here() {
        return Mono.defer(() -> {
            reached.complete(null);
            return Mono.fromFuture(released, true);
        });
    }

    void awaitReached() {
        reached.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    void letGo() {
        released.complete(null);
    }
}
