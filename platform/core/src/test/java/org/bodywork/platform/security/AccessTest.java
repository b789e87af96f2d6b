package org.bodywork.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(
        classes = SecuredApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bodywork.security.issuer=" + Issuer.NAME,
            "bodywork.security.issuer-patience=30s",
            "bodywork.internal.token=open-sesame"
        })
class AccessTest {

    private static final String TYPES = "https://bodywork.example/problems/";
    private static final ECKey KEY = Issuer.ecKey("ec");
    private static final RSAKey RSA = Issuer.rsaKey("rsa");
    private static final ECKey FOREIGN = Issuer.ecKey("ec");
    private static final Issuer ISSUER = new Issuer(KEY.toPublicJWK(), RSA.toPublicJWK());

    @LocalServerPort
    private int port;

    private WebTestClient http = WebTestClient.bindToServer().build();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("bodywork.security.jwks-uri", ISSUER::jwksUri);
    }

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(40))
                .build();
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    static Stream<Arguments> goodTokens() {
        return Stream.of(
                Arguments.of("ES256", Issuer.sign(Issuer.claims().build(), KEY)),
                Arguments.of("RS256", Issuer.sign(Issuer.claims().build(), RSA)),
                Arguments.of("no key id", Issuer.sign(Issuer.claims().build(), new JWSHeader(JWSAlgorithm.ES256), KEY)),
                Arguments.of(
                        "several audiences",
                        Issuer.sign(
                                Issuer.claims()
                                        .audience(List.of("other", "bodywork"))
                                        .build(),
                                KEY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void takesAGoodToken(String what, String token) {
        get("/me", token)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.subject")
                .isEqualTo("account-1")
                .jsonPath("$.manager")
                .isEqualTo(true)
                .jsonPath("$.place")
                .isEqualTo("place-7");
    }

    static Stream<Arguments> badTokens() throws JOSEException {
        JWTClaimsSet good = Issuer.claims().build();
        return Stream.of(
                Arguments.of("nonsense", "nonsense"),
                Arguments.of("alg none", new PlainJWT(good).serialize()),
                Arguments.of("a foreign key under a known id", Issuer.sign(good, FOREIGN)),
                Arguments.of("an unknown key", Issuer.sign(good, Issuer.ecKey("unknown"))),
                Arguments.of("a changed claim", tampered(Issuer.sign(good, KEY))),
                Arguments.of("the public key as HMAC secret", signedWithPublicKey(good)),
                Arguments.of("another algorithm", rs512(good)),
                Arguments.of("another type of token", Issuer.sign(good, ofType("dpop+jwt"), KEY)),
                Arguments.of(
                        "another issuer",
                        Issuer.sign(
                                Issuer.claims().issuer("https://evil.example").build(), KEY)),
                Arguments.of(
                        "no issuer", Issuer.sign(Issuer.claims().issuer(null).build(), KEY)),
                Arguments.of(
                        "another audience",
                        Issuer.sign(Issuer.claims().audience("other").build(), KEY)),
                Arguments.of(
                        "no audience",
                        Issuer.sign(Issuer.claims().audience((String) null).build(), KEY)),
                Arguments.of(
                        "no subject", Issuer.sign(Issuer.claims().subject(null).build(), KEY)),
                Arguments.of(
                        "no expiry",
                        Issuer.sign(Issuer.claims().expirationTime(null).build(), KEY)),
                Arguments.of(
                        "expired",
                        Issuer.sign(Issuer.claims().expirationTime(in(-60)).build(), KEY)),
                Arguments.of(
                        "not valid yet",
                        Issuer.sign(Issuer.claims().notBeforeTime(in(120)).build(), KEY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesABadToken(String what, String token) {
        WebTestClient.ResponseSpec answer = get("/me", token).expectStatus().isUnauthorized();

        answer.expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        expectProblem(answer, "unauthenticated");
    }

    @Test
    void refusesABadTokenOnAPublicPathToo() {
        get("/public", "nonsense").expectStatus().isUnauthorized();
    }

    @Test
    void asksForAToken() {
        WebTestClient.ResponseSpec answer =
                http.get().uri("/me").exchange().expectStatus().isUnauthorized();

        answer.expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        expectProblem(answer, "unauthenticated");
    }

    @Test
    void takesNoOtherWayToSignIn() {
        http.get()
                .uri("/me")
                .headers(headers -> headers.setBasicAuth("user", "password"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void refusesTheWrongRole() {
        expectProblem(
                get("/operators", Issuer.sign(Issuer.claims().build(), KEY))
                        .expectStatus()
                        .isForbidden(),
                "forbidden");
    }

    @Test
    void letsTheRightRoleIn() {
        JWTClaimsSet operator =
                Issuer.claims().claim("roles", List.of("operator")).build();

        get("/operators", Issuer.sign(operator, KEY)).expectStatus().isOk();
    }

    @Test
    void opensPublicPathsToEverybody() {
        http.get().uri("/public").exchange().expectStatus().isOk();
    }

    @Test
    void needsATokenForOtherMethodsOfAPublicPath() {
        http.post().uri("/public").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void knowsACallerWhereATokenIsOptional() {
        String token = Issuer.sign(Issuer.claims().build(), KEY);

        http.get().uri("/greeting").exchange().expectBody(String.class).isEqualTo("stranger");
        get("/greeting", token).expectBody(String.class).isEqualTo("account-1");
    }

    @Test
    void sendsSecurityHeadersWithProblemsToo() {
        http.get()
                .uri("/me")
                .exchange()
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer");
    }

    @Test
    void letsAnotherServiceInWithTheInternalToken() {
        http.get()
                .uri("/internal/state")
                .header("X-Internal-Token", "open-sesame")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/internal/state", "/%69nternal/state", "/internal", "/internal/nothing", "/internal;x=1/state"})
    void hidesWhatIsInternal(String path) {
        for (String token : List.of("", "open-sesam", "open-sesame-too", "Open-sesame")) {
            WebTestClient.ResponseSpec answer = http.get()
                    .uri(URI.create("http://127.0.0.1:" + port + path))
                    .header("X-Internal-Token", token.isEmpty() ? new String[0] : new String[] {token})
                    .exchange();
            expectProblem(answer.expectStatus().isNotFound(), "not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//internal/state", "/public/../internal/state", "/internal%2Fstate", "/./internal/state"})
    void findsNoOtherSpellingOfWhatIsInternal(String path) {
        int status = http.get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();

        assertThat(status).isBetween(400, 404);
    }

    private WebTestClient.ResponseSpec get(String path, String token) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private static void expectProblem(WebTestClient.ResponseSpec answer, String type) {
        answer.expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(TYPES + type);
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static JWSHeader ofType(String type) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("ec")
                .type(new JOSEObjectType(type))
                .build();
    }

    private static String rs512(JWTClaimsSet claims) {
        return Issuer.sign(
                claims, new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("rsa").build(), RSA);
    }

    private static String tampered(String token) {
        String payload = new PlainJWT(Issuer.claims().subject("somebody-else").build())
                .getPayload()
                .toBase64URL()
                .toString();
        return token.replaceFirst("\\..*\\.", "." + payload + ".");
    }

    private static String signedWithPublicKey(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), claims);
        token.sign(new MACSigner(RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        return token.serialize();
    }
}
