package org.bodywork.therapists.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.bodywork.therapists.TestSecrets;
import org.bodywork.therapists.importing.adapter.csv.TestRow;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What signing in keeps to, on whatever MongoDB. */
@RunningService
abstract class SignInContract {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Not the threads that the service itself needs: it runs in this process. */
    private static final Scheduler ASIDE = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    @Autowired
    ServiceClient service;

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    EventCipher cipher;

    @Autowired
    Environment environment;

    private EventProbe probe;

    @BeforeEach
    void listen() {
        probe = EventProbe.on(environment.getRequiredProperty("spring.kafka.bootstrap-servers"), "sign-ins");
    }

    @AfterEach
    void stopListening() {
        probe.close();
    }

    @Test
    void signsATherapistInWithTheCodeThatWasSent() throws Exception {
        TestRow therapist = anImportedTherapist();
        String request = requested(therapist.get("email"));

        JsonNode token = confirmed(request, therapist.get("email"), sentCode(request));

        assertThat(token.get("tokenType").asString()).isEqualTo("Bearer");
        assertThat(token.get("expiresIn").asLong()).isPositive();
        SignedJWT jwt = SignedJWT.parse(token.get("accessToken").asString());
        assertThat(jwt.verify(new ECDSAVerifier(publishedKeys()
                        .getKeyByKeyId(jwt.getHeader().getKeyID())
                        .toECKey())))
                .isTrue();
        assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo("http://localhost:8081");
        assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("bodywork");
        assertThat(jwt.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("therapist");
        assertThat(jwt.getJWTClaimsSet().getStringClaim("therapistId")).isEqualTo(idOf(therapist));
        assertThat(jwt.getJWTClaimsSet().getStringClaim("practiceId")).isNotBlank();
    }

    @Test
    void theFirstOperatorCanSignIn() throws Exception {
        Await.until(
                "the operator's account",
                () -> mongo.getCollection("accounts")
                        .flatMapMany(accounts -> accounts.find(new Document("email", TestSecrets.OPERATOR)))
                        .collectList()
                        .blockOptional()
                        .orElseThrow(),
                found -> !found.isEmpty());
        String request = requested(TestSecrets.OPERATOR);

        JsonNode token = confirmed(request, TestSecrets.OPERATOR, sentCode(request));

        SignedJWT jwt = SignedJWT.parse(token.get("accessToken").asString());
        assertThat(jwt.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("operator");
    }

    @Test
    void theEventFitsItsContractAndHidesAddressAndCode() {
        TestRow therapist = anImportedTherapist();
        String request = requested(therapist.get("email"));

        SeenEvent event = probe.await("sign-ins", seen -> seen.subject().equals(request));

        EventContract.of("org.bodywork.sign-in.code-issued.v1").assertFits(event.value());
        assertThat(event.value()).doesNotContain(therapist.get("email")).doesNotContain(sentCode(request));
    }

    @Test
    void aCodeOpensOnceOnly() {
        TestRow therapist = anImportedTherapist();
        String request = requested(therapist.get("email"));
        String code = sentCode(request);
        confirmed(request, therapist.get("email"), code);

        assertThat(confirming(request, therapist.get("email"), code).getStatus().value())
                .isEqualTo(401);
    }

    @Test
    void oneOfManyWhoShowTheRightCodeAtOnceGetsIn() {
        TestRow therapist = anImportedTherapist();
        String request = requested(therapist.get("email"));
        String code = sentCode(request);

        List<Integer> answers = atOnce(4, number -> confirming(request, therapist.get("email"), code));

        assertThat(answers).containsOnlyOnce(200).hasSize(4);
        assertThat(answers).filteredOn(status -> status == 401).hasSize(3);
    }

    @Test
    void triesAtTheSameTimeCannotExceedTheLimitTogether() {
        TestRow therapist = anImportedTherapist();
        String request = requested(therapist.get("email"));
        String code = sentCode(request);

        List<Integer> answers = atOnce(20, number -> confirming(request, therapist.get("email"), wrong(code)));

        assertThat(answers).containsOnly(401).hasSize(20);
        assertThat(storedTries(request)).isEqualTo(5);
        assertThat(confirming(request, therapist.get("email"), code).getStatus().value())
                .isEqualTo(401);
    }

    @Test
    void answersTheSameForAnAddressThatIsNobodys() {
        String nobody = Fresh.slug("nobody") + "@demo.example";

        String request = requested(nobody);

        EntityExchangeResult<byte[]> known =
                confirming(requested(anImportedTherapist().get("email")), nobody, "000000");
        EntityExchangeResult<byte[]> unknown = confirming(request, nobody, "000000");
        assertThat(unknown.getStatus()).isEqualTo(known.getStatus()).isEqualTo(HttpStatusCode.valueOf(401));
        assertThat(unknown.getResponseBody()).isEqualTo(known.getResponseBody());
        probe.none("sign-ins", event -> event.subject().equals(request));
    }

    @Test
    void givesABrowserAKeyThatNoScriptAndNoOtherSiteGetsAt() {
        ResponseCookie cookie = cookieOf(browserAsking(anImportedTherapist().get("email")));

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/api/sign-in");
        assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aBrowsersCodeOpensInThatBrowserOnly() {
        String email = anImportedTherapist().get("email");
        EntityExchangeResult<byte[]> asked = browserAsking(email);
        String request = text(asked, "requestId");
        String code = sentCode(request);
        String anothers =
                cookieOf(browserAsking(Fresh.slug("nobody") + "@demo.example")).getValue();

        assertThat(confirming(request, email, code).getStatus().value()).isEqualTo(401);
        assertThat(confirmingWith(anothers, request, email, code).getStatus().value())
                .isEqualTo(401);
        assertThat(confirmingWith(cookieOf(asked).getValue(), request, email, code)
                        .getStatus()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void aNewCodeEndsTheOneBefore() {
        String email = anImportedTherapist().get("email");
        String first = requested(email);
        String firstCode = sentCode(first);
        String second = requested(email);

        assertThat(confirming(first, email, firstCode).getStatus().value()).isEqualTo(401);
        assertThat(confirming(second, email, sentCode(second)).getStatus().value())
                .isEqualTo(200);
    }

    @Test
    void ofManyCodesAskedForAtOnceOneOpens() {
        String email = anImportedTherapist().get("email");
        List<String> requests = Flux.range(0, 8)
                .flatMap(number -> Flux.defer(() -> Flux.just(requested(email))).subscribeOn(ASIDE), 8)
                .collectList()
                .blockOptional()
                .orElseThrow();

        List<Integer> answers = requests.stream()
                .map(request -> confirming(request, email, sentCode(request))
                        .getStatus()
                        .value())
                .toList();

        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers).filteredOn(status -> status == 401).hasSize(7);
    }

    @Test
    void askersAtTheSameTimeCannotExceedTheLimitTogether() {
        String email = Fresh.slug("many") + "@demo.example";

        List<Integer> answers = atOnce(20, number -> requesting(email));

        assertThat(answers).filteredOn(status -> status == 202).hasSize(10);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(10);
    }

    @Test
    void aCodeOpensNothingForAnotherAddress() {
        TestRow therapist = anImportedTherapist();
        TestRow another = anImportedTherapist();
        String request = requested(therapist.get("email"));

        assertThat(confirming(request, another.get("email"), sentCode(request))
                        .getStatus()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void stopsSendingCodesToOneAddressAfterTen() {
        String email = Fresh.slug("many") + "@demo.example";

        List<Integer> answers = IntStream.range(0, 11)
                .mapToObj(number -> requesting(email).getStatus().value())
                .toList();

        assertThat(answers.subList(0, 10)).containsOnly(202);
        assertThat(answers.getLast()).isEqualTo(429);
        assertThat(requesting(email).getResponseHeaders().getFirst("Retry-After"))
                .isNotNull();
    }

    @Test
    void namesEveryWrongFieldOfARequest() {
        service.post("/api/sign-in/confirm", "{\"requestId\": 7, \"code\": \"12345\", \"admin\": true}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].pointer")
                .value(
                        List.class,
                        pointers -> assertThat((List<?>) pointers)
                                .map(String::valueOf)
                                .containsExactlyInAnyOrder("/requestId", "/email", "/code", "/admin"));
    }

    @Test
    void takesNoQueryOperatorsForAnAddress() {
        service.post("/api/sign-in", "{\"email\": {\"$ne\": null}}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void publishesNothingPrivateOfItsKeys() throws Exception {
        assertThat(publishedKeys().getKeys()).isNotEmpty().noneMatch(key -> key.isPrivate());
    }

    private TestRow anImportedTherapist() {
        TestRow row = Fresh.therapist();
        service.importing(row).expectStatus().isOk();
        return row;
    }

    private String idOf(TestRow therapist) {
        return text(
                service.get("/api/therapists/{slug}", therapist.get("therapist_id"))
                        .expectBody()
                        .returnResult(),
                "id");
    }

    private String requested(String email) {
        EntityExchangeResult<byte[]> answer = requesting(email);
        assertThat(answer.getStatus().value()).as(answer.toString()).isEqualTo(202);
        return text(answer, "requestId");
    }

    private EntityExchangeResult<byte[]> requesting(String email) {
        return service.post("/api/sign-in", "{\"email\": \"%s\"}".formatted(email))
                .expectBody()
                .returnResult();
    }

    private JsonNode confirmed(String request, String email, String code) {
        EntityExchangeResult<byte[]> answer = confirming(request, email, code);
        assertThat(answer.getStatus().value()).isEqualTo(200);
        return JSON.readTree(answer.getResponseBody());
    }

    private EntityExchangeResult<byte[]> browserAsking(String email) {
        return service.http()
                .post()
                .uri("/api/sign-in")
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"email\": \"%s\"}".formatted(email))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult();
    }

    private static ResponseCookie cookieOf(EntityExchangeResult<byte[]> answer) {
        return Objects.requireNonNull(answer.getResponseCookies().getFirst("bodywork-sign-in"));
    }

    private EntityExchangeResult<byte[]> confirmingWith(String cookie, String request, String email, String code) {
        return service.http()
                .post()
                .uri("/api/sign-in/confirm")
                .cookie("bodywork-sign-in", cookie)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        "{\"requestId\": \"%s\", \"email\": \"%s\", \"code\": \"%s\"}".formatted(request, email, code))
                .exchange()
                .expectBody()
                .returnResult();
    }

    private EntityExchangeResult<byte[]> confirming(String request, String email, String code) {
        String body = "{\"requestId\": \"%s\", \"email\": \"%s\", \"code\": \"%s\"}".formatted(request, email, code);
        return service.post("/api/sign-in/confirm", body).expectBody().returnResult();
    }

    private String sentCode(String request) {
        SeenEvent event = probe.await("sign-ins", seen -> seen.subject().equals(request));
        String message = cipher.open(request, event.type(), event.text("/sealed"));
        return JSON.readTree(message).get("code").asString();
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static List<Integer> atOnce(int many, IntFunction<EntityExchangeResult<byte[]>> action) {
        return Flux.range(0, many)
                .flatMap(
                        number -> Flux.defer(() -> Flux.just(
                                        action.apply(number).getStatus().value()))
                                .subscribeOn(ASIDE),
                        many)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private int storedTries(String request) {
        return mongo.findById(request, Document.class, "signIns")
                .blockOptional()
                .orElseThrow()
                .getInteger("tries");
    }

    private JWKSet publishedKeys() throws Exception {
        byte[] body = service.get("/.well-known/jwks.json")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JWKSet.parse(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8));
    }

    private static String text(EntityExchangeResult<byte[]> answer, String member) {
        return JSON.readTree(answer.getResponseBody()).get(member).asString();
    }
}
