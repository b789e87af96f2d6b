package org.bodywork.platform.security;

import com.nimbusds.jose.jwk.JWKSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The public keys that tokens are checked with. The issuer of the tokens declares its own as a bean. */
@FunctionalInterface
public interface KeySource {

    /**
     * The keys known now, after looking for the named one if it is not among them.
     *
     * @param keyId null for a token that names no key
     * @return an error, {@link KeysUnavailable}, if no keys are known at all
     */
    Mono<JWKSet> including(@Nullable String keyId);
}
