package org.bodywork.bookings.remote;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * Waits no longer than set, leaves a service alone for a while that keeps failing, and lets only so many wait at once. What
 * somebody loses while it is away, each caller says.
 */
public final class Guard {

    private final TimeLimiter limiter;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    /**
     * A guard of its own for each service and purpose.
     *
     * @param patience for one call
     * @param pause how long a service is left alone, by the unmoved clock
     */
    public Guard(String name, Duration patience, Duration pause, int mostAtOnce, Clock clock) {
        this.limiter = TimeLimiter.of(patience);
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(5)
                        .waitDurationInOpenState(pause)
                        .ignoreException(Guard::isRefusal)
                        .clock(clock)
                        .build());
        this.bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(mostAtOnce)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    public <T> Mono<T> around(Mono<T> call) {
        return call.transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead));
    }

    /** An answer about what was asked; being asked too often is trouble like any other. */
    public static boolean isRefusal(Throwable error) {
        return error instanceof WebClientResponseException answer
                && answer.getStatusCode().is4xxClientError()
                && !answer.getStatusCode().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
    }
}
