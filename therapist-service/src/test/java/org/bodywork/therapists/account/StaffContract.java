package org.bodywork.therapists.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.bodywork.therapists.account.application.AccessTokens;
import org.bodywork.therapists.account.application.Accounts;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.importing.adapter.csv.TestRow;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Who may invite, see and end whom, on whatever MongoDB. */
@RunningService
abstract class StaffContract {

    @Autowired
    ServiceClient service;

    @Autowired
    Accounts accounts;

    @Autowired
    AccessTokens tokens;

    private final PracticeId practice = PracticeId.ofExternal(new Slug(Fresh.slug("practice")));

    @Test
    void aManagerInvitesAColleagueToTheirPractice() {
        String email = anAddress();
        Account manager = aManagerOf(practice);

        inviting(manager, "{\"email\": \"%s\", \"roles\": [\"manager\"]}".formatted(email))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .exists("Location")
                .expectBody()
                .jsonPath("$.practiceId")
                .isEqualTo(practice.toString())
                .jsonPath("$.roles[0]")
                .isEqualTo("manager");

        assertThat(stored(email).roles()).containsExactly(Role.MANAGER);
    }

    @Test
    void invitingTwiceIsInvitingOnce() {
        Account manager = aManagerOf(practice);
        String invitation = "{\"email\": \"%s\", \"roles\": [\"manager\"]}".formatted(anAddress());
        inviting(manager, invitation).expectStatus().isCreated();

        inviting(manager, invitation).expectStatus().isOk();
    }

    @Test
    void aListedTherapistBecomesAManagerAsWellAndStaysOneThroughTheNextImport() {
        TestRow row = Fresh.therapist();
        service.importing(row).expectStatus().isOk();
        Account manager = aManagerOf(PracticeId.ofExternal(new Slug(row.get("practice_id"))));
        String therapist =
                TherapistId.ofExternal(new Slug(row.get("therapist_id"))).toString();

        inviting(
                        manager,
                        "{\"email\": \"%s\", \"roles\": [\"therapist\", \"manager\"], \"therapistId\": \"%s\"}"
                                .formatted(row.get("email"), therapist))
                .expectStatus()
                .isOk();
        service.importing(row).expectBody().json("{\"imported\": 0, \"unchanged\": 1}");

        assertThat(stored(row.get("email")).roles()).containsExactly(Role.THERAPIST, Role.MANAGER);
    }

    @Test
    void anEndedAccountStaysEndedThroughTheNextImportAndGetsNoCode() {
        TestRow row = Fresh.therapist();
        service.importing(row).expectStatus().isOk();
        Account manager = aManagerOf(PracticeId.ofExternal(new Slug(row.get("practice_id"))));

        ending(manager, stored(row.get("email")).id()).expectStatus().isNoContent();
        ending(manager, stored(row.get("email")).id()).expectStatus().isNoContent();
        service.importing(row).expectStatus().isOk();

        assertThat(stored(row.get("email")).maySignIn()).isFalse();
    }

    @Test
    void aManagerSeesTheAccountsOfTheirPracticeOnly() {
        Account manager = aManagerOf(practice);
        Account colleague = aManagerOf(practice);
        aManagerOf(PracticeId.ofExternal(new Slug(Fresh.slug("another"))));

        asking(manager, HttpMethod.GET, "/api/staff", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].email")
                .value(
                        List.class,
                        emails -> assertThat((List<?>) emails)
                                .map(String::valueOf)
                                .containsExactlyInAnyOrder(
                                        manager.email().value(),
                                        colleague.email().value()));
    }

    @Test
    void goesOnWhereTheLastPageEnded() {
        Account manager = aManagerOf(practice);
        Account colleague = aManagerOf(practice);
        List<Account> byId = List.of(manager, colleague).stream()
                .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .toList();

        asking(
                        manager,
                        HttpMethod.GET,
                        "/api/staff?size=1&after=" + byId.getFirst().id(),
                        null)
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(byId.getLast().id().toString());
    }

    @Test
    void toAManagerAnotherPracticesAccountIsNotThere() {
        Account another = aManagerOf(PracticeId.ofExternal(new Slug(Fresh.slug("another"))));

        ending(aManagerOf(practice), another.id()).expectStatus().isNotFound();
        ending(aManagerOf(practice), AccountId.random()).expectStatus().isNotFound();

        assertThat(stored(another.email().value()).maySignIn()).isTrue();
    }

    @Test
    void nobodyEndsOrChangesTheirOwnAccount() {
        TestRow row = Fresh.therapist();
        service.importing(row).expectStatus().isOk();
        TherapistId therapist = TherapistId.ofExternal(new Slug(row.get("therapist_id")));
        Account manager = aManagerOf(PracticeId.ofExternal(new Slug(row.get("practice_id"))));

        ending(manager, manager.id()).expectStatus().isEqualTo(409);
        inviting(
                        manager,
                        "{\"email\": \"%s\", \"roles\": [\"manager\", \"therapist\"], \"therapistId\": \"%s\"}"
                                .formatted(manager.email().value(), therapist))
                .expectStatus()
                .isEqualTo(409);

        assertThat(stored(manager.email().value()).roles()).containsExactly(Role.MANAGER);
    }

    @Test
    void aManagerInvitesNoOperatorAndNobodyElsewhere() {
        Account manager = aManagerOf(practice);
        String elsewhere = UUID.randomUUID().toString();

        inviting(manager, "{\"email\": \"%s\", \"roles\": [\"operator\"]}".formatted(anAddress()))
                .expectStatus()
                .isForbidden();
        inviting(
                        manager,
                        "{\"email\": \"%s\", \"roles\": [\"manager\"], \"practiceId\": \"%s\"}"
                                .formatted(anAddress(), elsewhere))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anAddressOfAnotherPracticesAccountIsTaken() {
        Account another = aManagerOf(PracticeId.ofExternal(new Slug(Fresh.slug("another"))));

        inviting(
                        aManagerOf(practice),
                        "{\"email\": \"%s\", \"roles\": [\"manager\"]}"
                                .formatted(another.email().value()))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .value(String.class, type -> assertThat(type).endsWith("email-taken"));
    }

    @Test
    void anotherPracticesTherapistIsNoColleague() {
        TestRow elsewhere = Fresh.therapist();
        service.importing(elsewhere).expectStatus().isOk();

        inviting(
                        aManagerOf(practice),
                        "{\"email\": \"%s\", \"roles\": [\"therapist\"], \"therapistId\": \"%s\"}"
                                .formatted(
                                        anAddress(), TherapistId.ofExternal(new Slug(elsewhere.get("therapist_id")))))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/therapistId");
    }

    @Test
    void aTokenOutlivesTheEndOfItsAccountInNothingAboutStaff() {
        Account manager = aManagerOf(practice);
        Account ended = aManagerOf(practice);

        ending(manager, ended.id()).expectStatus().isNoContent();

        asking(ended, HttpMethod.GET, "/api/staff", null).expectStatus().isForbidden();
    }

    @Test
    void aTherapistKeepsNoAccounts() {
        Account therapist = account(List.of(Role.THERAPIST), practice);

        asking(therapist, HttpMethod.GET, "/api/staff", null).expectStatus().isForbidden();
        service.get("/api/staff").expectStatus().isUnauthorized();
    }

    @Test
    void anOperatorInvitesTheFirstManagerOfAPractice() {
        Account operator = account(List.of(Role.OPERATOR), null);

        inviting(
                        operator,
                        "{\"email\": \"%s\", \"roles\": [\"manager\"], \"practiceId\": \"%s\"}"
                                .formatted(anAddress(), practice))
                .expectStatus()
                .isCreated();
        inviting(operator, "{\"email\": \"%s\", \"roles\": [\"operator\"]}".formatted(anAddress()))
                .expectStatus()
                .isCreated();
    }

    @Test
    void anOperatorsNextKeyIsPublishedBeforeItSignsAndTokensGoOnCounting() {
        Account operator = account(List.of(Role.OPERATOR), null);
        String before = tokens.issueFor(operator).blockOptional().orElseThrow().value();

        asking(operator, HttpMethod.POST, "/api/signing-keys", null)
                .expectStatus()
                .isAccepted();
        asking(operator, HttpMethod.POST, "/api/signing-keys", null)
                .expectStatus()
                .isAccepted();

        service.get("/.well-known/jwks.json")
                .expectBody()
                .jsonPath("$.keys.length()")
                .isEqualTo(2);
        service.http()
                .get()
                .uri("/api/staff")
                .headers(headers -> headers.setBearerAuth(before))
                .exchange()
                .expectStatus()
                .isOk();
        asking(operator, HttpMethod.GET, "/api/staff", null).expectStatus().isOk();
    }

    @Test
    void onlyOperatorsChangeKeys() {
        asking(aManagerOf(practice), HttpMethod.POST, "/api/signing-keys", null)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void namesEveryWrongFieldOfAnInvitation() {
        inviting(aManagerOf(practice), "{\"email\": \"nobody\", \"roles\": [\"therapist\"]}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].pointer")
                .value(
                        List.class,
                        pointers -> assertThat((List<?>) pointers)
                                .map(String::valueOf)
                                .containsExactlyInAnyOrder("/email", "/therapistId"));
    }

    private Account aManagerOf(PracticeId house) {
        return account(List.of(Role.MANAGER), house);
    }

    private Account account(List<Role> roles, @Nullable PracticeId house) {
        Account account =
                new Account(AccountId.random(), new EmailAddress(anAddress()), roles, house, null, new Language("en"));
        accounts.add(account).block();
        return account;
    }

    private static String anAddress() {
        return Fresh.slug("staff") + "@demo.example";
    }

    private Account stored(String email) {
        return accounts.withEmail(new EmailAddress(email))
                .flatMap(account -> accounts.find(account.id()))
                .map(Versioned::value)
                .blockOptional()
                .orElseThrow();
    }

    private ResponseSpec inviting(Account by, String invitation) {
        return asking(by, HttpMethod.POST, "/api/staff", invitation);
    }

    private ResponseSpec ending(Account by, AccountId account) {
        return asking(by, HttpMethod.DELETE, "/api/staff/" + account, null);
    }

    private ResponseSpec asking(Account by, HttpMethod method, String uri, @Nullable String json) {
        String token = tokens.issueFor(by).blockOptional().orElseThrow().value();
        var request = service.http().method(method).uri(uri).headers(headers -> headers.setBearerAuth(token));
        return json == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json)
                        .exchange();
    }
}
