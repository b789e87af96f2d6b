package org.bodywork.platform.web;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import org.bodywork.platform.faults.Infrastructure;
import org.jspecify.annotations.Nullable;

/** A database, broker or other service away, or too busy: a 503 that says when to try again. */
final class DependencyProblems {

    private static final Duration WAIT = Duration.ofSeconds(5);

    private DependencyProblems() {}

    static @Nullable Problem of(Throwable error) {
        return switch (error) {
            case CallNotPermittedException _, BulkheadFullException _ -> away();
            default -> Infrastructure.isTrouble(error) ? away() : null;
        };
    }

    static Problem away() {
        return Problem.unavailable("Something that is needed for this is away at the moment. Please try again.", WAIT);
    }
}
