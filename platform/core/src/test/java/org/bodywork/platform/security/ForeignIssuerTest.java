package org.bodywork.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.reactive.function.client.WebClient;

class ForeignIssuerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ECKey KEY = Issuer.ecKey("ec");
    private static final ECKey STOLEN_NAME = Issuer.ecKey("ec");

    private final Issuer server = new Issuer(KEY.toPublicJWK());
    private final ForeignIssuer issuer =
            ForeignIssuer.of(WebClient.create(), Issuer.NAME, "bodywork", server.jwksUri(), Clock.systemUTC());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsTheClaimsOfAGoodToken() {
        assertThat(claims(Issuer.sign(Issuer.claims().build(), KEY)).orElseThrow())
                .containsEntry("place", "place-7");
    }

    static Stream<Arguments> badTokens() {
        JWTClaimsSet good = Issuer.claims().build();
        return Stream.of(
                Arguments.of("nonsense", "nonsense"),
                Arguments.of("alg none", new PlainJWT(good).serialize()),
                Arguments.of("a foreign key", Issuer.sign(good, STOLEN_NAME)),
                Arguments.of(
                        "another audience",
                        Issuer.sign(Issuer.claims().audience("another").build(), KEY)),
                Arguments.of(
                        "another issuer",
                        Issuer.sign(
                                Issuer.claims()
                                        .issuer("https://another.example")
                                        .build(),
                                KEY)),
                Arguments.of(
                        "expired",
                        Issuer.sign(
                                Issuer.claims()
                                        .expirationTime(Date.from(Instant.now().minusSeconds(60)))
                                        .build(),
                                KEY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void tellsNothingOfABadToken(String what, String token) {
        assertThat(claims(token)).as(what).isEmpty();
    }

    @Test
    void saysSoWhenItsKeysWereNeverSeen() {
        server.close();

        assertThatThrownBy(() -> claims(Issuer.sign(Issuer.claims().build(), KEY)))
                .isInstanceOf(KeysUnavailable.class);
    }

    private Optional<Map<String, Object>> claims(String token) {
        return issuer.claims(token).blockOptional(PATIENCE);
    }
}
