package org.bodywork.platform.security;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Asks the issuer of tokens for its public keys, with little patience. Without an answer {@link IssuerKeys} goes on with
 * the last good copy.
 */
final class IssuerCall {

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "issuer-keys",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(5)
                    .waitDurationInOpenState(Duration.ofSeconds(10))
                    .build());

    private final WebClient http;
    private final URI jwksUri;
    private final TimeLimiter limiter;

    IssuerCall(WebClient http, URI jwksUri, Duration patience) {
        this.http = http;
        this.jwksUri = jwksUri;
        this.limiter = TimeLimiter.of(patience);
    }

    /** At least one key, or an error. */
    Mono<JWKSet> keys() {
        return http.get()
                .uri(jwksUri)
                .retrieve()
                .bodyToMono(String.class)
                .map(IssuerCall::parse)
                .filter(keys -> !keys.isEmpty())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("The issuer publishes no keys")))
                .transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    /** What is public of a key set in JSON (RFC 7517). */
    static JWKSet parse(String jwks) {
        try {
            return JWKSet.parse(jwks).toPublicJWKSet();
        } catch (ParseException e) {
            throw new IllegalStateException("This is no key set", e);
        }
    }
}
