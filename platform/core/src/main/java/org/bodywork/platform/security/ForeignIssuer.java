package org.bodywork.platform.security;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Checks tokens of an issuer that is not this installation's own, as strictly as those: signature by a key that the
 * issuer publishes (ES256 or RS256), issuer, audience, life, subject. What such a token says beyond that is the issuer's
 * word and gives nobody any rights here.
 *
 * <p>While the issuer is away, the keys seen last go on counting, for as long as this process lives.
 */
public final class ForeignIssuer {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReactiveJwtDecoder decoder;

    private ForeignIssuer(ReactiveJwtDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * The issuer of that name.
     *
     * @param audience what {@code aud} must hold: our own name at the issuer, or tokens meant for others would do
     * @param jwksUri where it publishes its keys (RFC 7517)
     */
    public static ForeignIssuer of(WebClient http, String issuer, String audience, URI jwksUri, Clock clock) {
        IssuerKeys keys = new IssuerKeys(new IssuerCall(http, jwksUri, PATIENCE), new Forgetful(), clock);
        SecuritySettings settings = new SecuritySettings(issuer, audience, jwksUri, PATIENCE);
        return new ForeignIssuer(TokenDecoder.of(keys, settings, clock));
    }

    /** The token's claims; empty for a token that does not hold, {@link KeysUnavailable} when that cannot be told. */
    public Mono<Map<String, Object>> claims(String token) {
        return decoder.decode(token)
                .map(Jwt::getClaims)
                .onErrorResume(BadJwtException.class, _ -> Mono.empty())
                .onErrorMap(error -> error.getCause() instanceof KeysUnavailable away ? away : error);
    }

    /** Keeps nothing beyond memory: nobody is signed out while the issuer is away, they only cannot sign in. */
    private static final class Forgetful implements JwksStore {

        @Override
        public Mono<String> lastGood() {
            return Mono.empty();
        }

        @Override
        public Mono<Void> keep(String jwks) {
            return Mono.empty();
        }
    }
}
