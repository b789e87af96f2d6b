package org.bodywork.platform.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The keys as their issuer publishes them: held in memory, asked for again when a token names an unknown one.
 *
 * <p>While the issuer is away, the last good copy serves, from this service's database or from memory. What is lost
 * meanwhile: a token signed with a key newer than the copy is refused, and a key withdrawn at the issuer still counts.
 */
final class IssuerKeys implements KeySource {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

    /** How long a key that is withdrawn goes on counting, at most, while the issuer answers. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final Duration FALLBACK_GOOD_FOR = Duration.ofSeconds(30);

    /** Made-up key ids must not turn every request into a call to the issuer. */
    private static final Duration ASK_AT_MOST_EVERY = Duration.ofSeconds(1);

    private static final Duration STORE_PATIENCE = Duration.ofSeconds(2);

    private record Known(JWKSet keys, Instant until) {

        boolean serves(@Nullable String keyId, Instant now) {
            return now.isBefore(until) && (keyId == null || keys.getKeyByKeyId(keyId) != null);
        }
    }

    /** A question and its answer, which everybody shares who asks within a few seconds. */
    private record Asked(Instant at, Mono<JWKSet> answer) {

        boolean isRecent(Instant now) {
            return now.isBefore(at.plus(ASK_AT_MOST_EVERY));
        }
    }

    private final IssuerCall issuer;
    private final JwksStore store;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final AtomicReference<@Nullable Asked> asked = new AtomicReference<>();
    private final AtomicReference<@Nullable String> kept = new AtomicReference<>();

    IssuerKeys(IssuerCall issuer, JwksStore store, InstantSource clock) {
        this.issuer = issuer;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Mono<JWKSet> including(@Nullable String keyId) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            Known present = known.get();
            return present != null && present.serves(keyId, now) ? Mono.just(present.keys()) : ask(now);
        });
    }

    private Mono<JWKSet> ask(Instant now) {
        Asked last = asked.get();
        if (last != null && last.isRecent(now)) {
            return last.answer();
        }
        Asked next = new Asked(now, answer().cache());
        return asked.compareAndSet(last, next) ? next.answer() : ask(now);
    }

    private Mono<JWKSet> answer() {
        return issuer.keys()
                .doOnNext(keys -> remember(keys, GOOD_FOR))
                .flatMap(keys -> keep(keys).thenReturn(keys))
                .onErrorResume(this::lastGood);
    }

    private void remember(JWKSet keys, Duration goodFor) {
        known.set(new Known(keys, clock.instant().plus(goodFor)));
    }

    private Mono<Void> keep(JWKSet keys) {
        String jwks = keys.toString(true);
        if (jwks.equals(kept.get())) {
            return Mono.empty();
        }
        return store.keep(jwks)
                .timeout(STORE_PATIENCE)
                .doOnSuccess(_ -> kept.set(jwks))
                .doOnError(error -> LOG.warn("The issuer's keys are not kept: {}", error.toString()))
                .onErrorComplete();
    }

    private Mono<JWKSet> lastGood(Throwable away) {
        LOG.warn("The issuer's keys cannot be had, going on with the last good copy: {}", away.toString());
        return store.lastGood()
                .timeout(STORE_PATIENCE)
                .map(IssuerCall::parse)
                .onErrorResume(error -> Mono.empty())
                .switchIfEmpty(Mono.defer(this::fromMemory))
                .switchIfEmpty(Mono.error(() -> new KeysUnavailable(away)))
                .doOnNext(keys -> remember(keys, FALLBACK_GOOD_FOR));
    }

    private Mono<JWKSet> fromMemory() {
        return Mono.justOrEmpty(known.get()).map(Known::keys);
    }
}
