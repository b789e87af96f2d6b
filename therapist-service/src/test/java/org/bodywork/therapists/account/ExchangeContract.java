package org.bodywork.therapists.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bodywork.therapists.FakeIssuer;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.bodywork.therapists.account.application.Accounts;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.json.JsonMapper;

/** Signing in with another issuer's token, on whatever MongoDB. */
@RunningService
abstract class ExchangeContract {

    @Autowired
    ServiceClient service;

    @Autowired
    Accounts accounts;

    private final FakeIssuer issuer = FakeIssuer.running();

    @Test
    void givesATokenOfOursWithTheRolesOfOurAccount() throws Exception {
        Account account = anAccount(List.of(Role.MANAGER));
        JWTClaimsSet claims = FakeIssuer.claimsOf(account.email().value())
                .claim("roles", List.of("operator"))
                .build();

        EntityExchangeResult<byte[]> answer = exchanging(issuer.signed(claims));

        assertThat(answer.getStatus().value()).isEqualTo(200);
        SignedJWT ours = SignedJWT.parse(JsonMapper.shared()
                .readTree(answer.getResponseBody())
                .get("accessToken")
                .asString());
        assertThat(ours.getJWTClaimsSet().getIssuer()).isEqualTo("http://localhost:8081");
        assertThat(ours.getJWTClaimsSet().getSubject()).isEqualTo(account.id().toString());
        assertThat(ours.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("manager");
    }

    @Test
    void refusesEveryTokenThatDoesNotHoldAndTellsNobodyWhy() {
        String email = anAccount(List.of(Role.MANAGER)).email().value();
        JWTClaimsSet good = FakeIssuer.claimsOf(email).build();

        List<EntityExchangeResult<byte[]>> answers = List.of(
                exchanging("nonsense"),
                exchanging(new PlainJWT(good).serialize()),
                exchanging(issuer.forged(good)),
                exchanging(issuer.signed(
                        FakeIssuer.claimsOf(email).audience("another").build())),
                exchanging(issuer.signed(FakeIssuer.claimsOf(email)
                        .audience(List.of(FakeIssuer.CLIENT, "another"))
                        .claim("azp", "another")
                        .build())),
                exchanging(issuer.signed(FakeIssuer.claimsOf(email)
                        .issuer("https://evil.example")
                        .build())),
                exchanging(issuer.signed(FakeIssuer.claimsOf(email)
                        .expirationTime(Date.from(Instant.now().minusSeconds(60)))
                        .build())),
                exchanging(issuer.signed(FakeIssuer.claimsOf(email)
                        .claim("email_verified", false)
                        .build())),
                exchanging(issuer.signed(
                        FakeIssuer.claimsOf(email).claim("email_verified", null).build())),
                exchanging(issuer.signed(FakeIssuer.claimsOf(Fresh.slug("nobody") + "@demo.example")
                        .build())));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.getStatus().value()).isEqualTo(401);
            assertThat(Objects.requireNonNull(answer.getResponseBody()))
                    .isEqualTo(answers.getFirst().getResponseBody());
        });
    }

    @Test
    void refusesWhoseAccountHasEnded() {
        Account ended = anAccount(List.of());

        assertThat(exchanging(issuer.signed(
                                FakeIssuer.claimsOf(ended.email().value()).build()))
                        .getStatus()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void theForeignTokenItselfOpensNothing() {
        Account account = anAccount(List.of(Role.MANAGER));

        service.http()
                .get()
                .uri("/api/staff")
                .headers(headers -> headers.setBearerAuth(issuer.signed(
                        FakeIssuer.claimsOf(account.email().value()).build())))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private Account anAccount(List<Role> roles) {
        Account account = new Account(
                AccountId.random(),
                new EmailAddress(Fresh.slug("staff") + "@demo.example"),
                roles,
                PracticeId.ofExternal(new Slug(Fresh.slug("practice"))),
                null,
                new Language("en"));
        accounts.add(account).block();
        return account;
    }

    private EntityExchangeResult<byte[]> exchanging(String idToken) {
        return service.post("/api/sign-in/exchange", "{\"idToken\": \"%s\"}".formatted(idToken))
                .expectBody()
                .returnResult();
    }
}
