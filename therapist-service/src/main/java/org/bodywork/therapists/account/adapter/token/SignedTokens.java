package org.bodywork.therapists.account.adapter.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bodywork.therapists.account.application.AccessToken;
import org.bodywork.therapists.account.application.AccessTokens;
import org.bodywork.therapists.account.application.SignInSettings;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tokens as JWTs (RFC 7519), signed with ES256. */
@Component
final class SignedTokens implements AccessTokens {

    static final String AUDIENCE = "bodywork";

    private final SigningKeys keys;
    private final TokenIssuer issuer;
    private final SignInSettings settings;
    private final Clock clock;

    SignedTokens(SigningKeys keys, TokenIssuer issuer, SignInSettings settings, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Mono<AccessToken> issueFor(Account account) {
        return keys.current()
                // Signing draws randomness, which may block.
                .publishOn(Schedulers.boundedElastic())
                .map(key -> new AccessToken(signed(claims(account), key), settings.tokenLife()));
    }

    private JWTClaimsSet claims(Account account) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer.url())
                .audience(AUDIENCE)
                .subject(account.id().toString())
                .claim("roles", account.roles().stream().map(Role::wireName).toList())
                .claim(JWTClaimNames.ISSUED_AT, now.getEpochSecond())
                .claim(
                        JWTClaimNames.EXPIRATION_TIME,
                        now.plus(settings.tokenLife()).getEpochSecond())
                .jwtID(UUID.randomUUID().toString());
        PracticeId practice = account.practice();
        if (practice != null) {
            claims.claim("practiceId", practice.toString());
        }
        TherapistId therapist = account.therapist();
        if (therapist != null) {
            claims.claim("therapistId", therapist.toString());
        }
        return claims.build();
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
        return token.serialize();
    }
}
