package org.bodywork.platform.security;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps the copy in memory; can be away. */
final class InMemoryJwksStore implements JwksStore {

    private volatile @Nullable String copy;
    private volatile boolean away;

    void goAway() {
        away = true;
    }

    @Override
    public Mono<String> lastGood() {
        return away ? Mono.error(new IllegalStateException("away")) : Mono.justOrEmpty(copy);
    }

    @Override
    public Mono<Void> keep(String jwks) {
        return away ? Mono.error(new IllegalStateException("away")) : Mono.fromRunnable(() -> copy = jwks);
    }
}
