package org.bodywork.notifications.remote;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Keeps a remote party that is slow or away from slowing us down: a limit on time, on calls at once, and a breaker that
 * stops calling for a while when most calls fail.
 *
 * <p>A call that was never made fails with {@link NotCalled}; one that took too long with {@link
 * java.util.concurrent.TimeoutException}, and whether it arrived is then unknown.
 */
public final class Guard {

    private static final int CALLS_LOOKED_AT = 20;
    static final int FEWEST_CALLS_TO_JUDGE = 10;
    private static final float FAILING_PERCENT = 50;
    static final Duration STAYS_OPEN = Duration.ofSeconds(5);

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final TimeLimiter limiter;

    /**
     * A guard for one remote party.
     *
     * @param limit how long one call may take
     * @param atOnce how many calls may be under way
     * @param refusal answers that are no sign of trouble at the other side
     * @param steady the unmoved clock, by which the breaker counts its wait
     */
    public Guard(
            String name, Duration limit, int atOnce, Predicate<Throwable> refusal, Clock steady, MeterRegistry meters) {
        CircuitBreakerConfig whenToOpen = CircuitBreakerConfig.custom()
                .slidingWindowSize(CALLS_LOOKED_AT)
                .minimumNumberOfCalls(FEWEST_CALLS_TO_JUDGE)
                .failureRateThreshold(FAILING_PERCENT)
                .waitDurationInOpenState(STAYS_OPEN)
                .clock(steady)
                .ignoreException(refusal)
                .build();
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(whenToOpen);
        this.breaker = registry.circuitBreaker(name);
        this.bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(atOnce)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.limiter = TimeLimiter.of(
                name, TimeLimiterConfig.custom().timeoutDuration(limit).build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    }

    public <T> Mono<T> around(Mono<T> call) {
        return call.transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorMap(Guard::isNotCalled, NotCalled::new);
    }

    private static boolean isNotCalled(Throwable error) {
        return error instanceof CallNotPermittedException || error instanceof BulkheadFullException;
    }
}
