package org.bodywork.therapists.claiming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bodywork.platform.testing.Await;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.bodywork.therapists.TestSecrets;
import org.bodywork.therapists.account.application.AccessTokens;
import org.bodywork.therapists.account.application.Accounts;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.importing.adapter.csv.TestRow;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a practice takes over its listing, on whatever MongoDB. */
@RunningService
abstract class ClaimContract {

    @Autowired
    ServiceClient service;

    @Autowired
    AccessTokens tokens;

    @Autowired
    Accounts accounts;

    private final TestRow row = TestRow.aPractice(Fresh.slug("practice"));
    private final PracticeId practice = PracticeId.ofExternal(new Slug(row.get("practice_id")));
    private final String email = Fresh.slug("owner") + "@demo.example";
    private final Account operator = Account.ofFirstOperator(new EmailAddress(TestSecrets.OPERATOR));

    @BeforeEach
    void anUnclaimedPractice() {
        service.importing(row).expectBody().jsonPath("$.refusedRows").isEqualTo(0);
        Await.until(
                "the operator's account",
                () -> accounts.find(AccountId.FIRST_OPERATOR).blockOptional().isPresent(),
                there -> there);
    }

    @Test
    void whoClaimsKeepsTheListingOnceAnOperatorAgrees() {
        claimed(email).expectStatus().isAccepted();
        assertThat(isClaimed()).isFalse();
        assertThat(accounts.withEmail(new EmailAddress(email)).blockOptional()).isEmpty();

        ask(HttpMethod.POST, "/api/claims/" + idOf(email) + "/agree", operator)
                .expectStatus()
                .isNoContent();

        assertThat(isClaimed()).isTrue();
        Account manager =
                accounts.withEmail(new EmailAddress(email)).blockOptional().orElseThrow();
        assertThat(manager.roles()).containsExactly(Role.MANAGER);
        ask(HttpMethod.GET, "/api/practices/" + practice + "/listing", manager)
                .expectStatus()
                .isOk();
        assertThat(waiting()).doesNotContain(idOf(email));
        claimed(email).expectStatus().isEqualTo(409);
    }

    @Test
    void aClaimThatIsTurnedDownChangesNothing() {
        claimed(email).expectStatus().isAccepted();

        ask(HttpMethod.DELETE, "/api/claims/" + idOf(email), operator)
                .expectStatus()
                .isNoContent();

        assertThat(waiting()).doesNotContain(idOf(email));
        assertThat(isClaimed()).isFalse();
        ask(HttpMethod.POST, "/api/claims/" + idOf(email) + "/agree", operator)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void claimingTwiceIsClaimingOnce() {
        claimed(email).expectStatus().isAccepted();
        claimed(email).expectStatus().isAccepted();

        assertThat(waiting()).containsOnlyOnce(idOf(email));
    }

    @Test
    void fiveClaimsOfAPracticeWaitAtMost() {
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> claimed(number + email)
                                .returnResult(byte[].class)
                                .getStatus()
                                .value(),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(status -> status == 202).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(3);
    }

    @Test
    void aPracticeThatKeepsItsListingIsNotClaimed() {
        TestRow kept = Fresh.therapist();
        service.importing(kept);

        service.post("/api/practices/" + kept.get("practice_id") + "/claims", form(email))
                .expectStatus()
                .isEqualTo(409);
        service.post("/api/practices/none-of-this-name/claims", form(email))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void onlyOperatorsSeeClaims() {
        Account therapist = Account.ofTherapist(new TherapistId(UUID.randomUUID()), practice, new EmailAddress(email));

        service.get("/api/claims").expectStatus().isUnauthorized();
        ask(HttpMethod.GET, "/api/claims", therapist).expectStatus().isForbidden();
        ask(HttpMethod.POST, "/api/claims/" + UUID.randomUUID() + "/agree", therapist)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void namesWhatIsWrongWithAClaim() {
        service.post("/api/practices/" + row.get("practice_id") + "/claims", "{\"name\": \"\", \"hobby\": 1}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    private ResponseSpec claimed(String from) {
        return service.post("/api/practices/" + row.get("practice_id") + "/claims", form(from));
    }

    private static String form(String from) {
        return """
                {"name": "Rosa Alvarez", "email": "%s", "note": "Call the studio."}
                """.formatted(from);
    }

    private boolean isClaimed() {
        return read(service.get("/api/practices/{slug}", row.get("practice_id")))
                .get("claimed")
                .asBoolean();
    }

    private String idOf(String from) {
        return ClaimId.of(practice, new EmailAddress(from)).toString();
    }

    private List<String> waiting() {
        return read(ask(HttpMethod.GET, "/api/claims", operator))
                .get("items")
                .valueStream()
                .map(each -> each.get("id").asString())
                .toList();
    }

    private ResponseSpec ask(HttpMethod method, String path, Account who) {
        String token = tokens.issueFor(who).blockOptional().orElseThrow().value();
        return service.http()
                .method(method)
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private static JsonNode read(ResponseSpec answer) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(
                        answer.expectBody().returnResult().getResponseBody()));
    }
}
