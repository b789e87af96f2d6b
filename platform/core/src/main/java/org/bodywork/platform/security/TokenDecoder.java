package org.bodywork.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Checks a token: signature by a known key, issuer, audience, life, subject. */
final class TokenDecoder {

    /** Public-key signatures only: with HMAC a public key would be the secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private TokenDecoder() {}

    static ReactiveJwtDecoder of(KeySource keys, SecuritySettings settings, Clock clock) {
        NimbusReactiveJwtDecoder decoder = new NimbusReactiveJwtDecoder(token -> verified(token, keys));
        decoder.setJwtValidator(rules(settings, clock));
        return decoder;
    }

    private static Mono<JWTClaimsSet> verified(JWT token, KeySource keys) {
        if (!(token instanceof SignedJWT signed)
                || !ALGORITHMS.contains(signed.getHeader().getAlgorithm())) {
            return Mono.error(() -> new BadJwtException("The token is not signed as it should be"));
        }
        return keys.including(signed.getHeader().getKeyID()).map(known -> claims(signed, known));
    }

    private static JWTClaimsSet claims(SignedJWT token, JWKSet keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        // The claims are checked by the rules below, in one place.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        try {
            return processor.process(token, null);
        } catch (BadJOSEException | JOSEException e) {
            throw new BadJwtException("The token's signature does not hold", e);
        }
    }

    private static OAuth2TokenValidator<Jwt> rules(SecuritySettings settings, Clock clock) {
        JwtTimestampValidator life = new JwtTimestampValidator(CLOCK_SKEW);
        life.setClock(clock);
        life.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                life,
                // As text, since an issuer need not be a URL that Java can read.
                new JwtClaimValidator<>(
                        JwtClaimNames.ISS, issuer -> settings.issuer().equals(String.valueOf(issuer))),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience())),
                new JwtClaimValidator<>(JwtClaimNames.SUB, Objects::nonNull));
    }
}
