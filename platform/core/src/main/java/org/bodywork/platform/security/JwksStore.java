package org.bodywork.platform.security;

import reactor.core.publisher.Mono;

/** The last good copy of the issuer's public keys (RFC 7517), kept where it outlives this process. */
public interface JwksStore {

    /** The copy, or empty if none was ever kept. */
    Mono<String> lastGood();

    /** Replaces the copy. */
    Mono<Void> keep(String jwks);
}
