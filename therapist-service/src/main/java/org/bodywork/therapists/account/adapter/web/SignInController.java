package org.bodywork.therapists.account.adapter.web;

import java.util.UUID;
import org.bodywork.platform.codes.BrowserCookie;
import org.bodywork.platform.codes.domain.Binding;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.ClientAddress;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.therapists.account.application.AccessToken;
import org.bodywork.therapists.account.application.ConfirmSignIn;
import org.bodywork.therapists.account.application.ExchangeIdentity;
import org.bodywork.therapists.account.application.RequestSignIn;
import org.bodywork.therapists.account.domain.SignIn;
import org.bodywork.therapists.account.domain.SignInId;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Signs staff in by a code that is emailed to them. */
@RestController
@RequestMapping("/api/sign-in")
class SignInController {

    private final RequestSignIn requests;
    private final ConfirmSignIn confirmations;
    private final ExchangeIdentity exchanges;
    private final BrowserCookie cookie = new BrowserCookie("bodywork-sign-in", "/api/sign-in", SignIn.LIFE);

    SignInController(RequestSignIn requests, ConfirmSignIn confirmations, ExchangeIdentity exchanges) {
        this.requests = requests;
        this.confirmations = confirmations;
        this.exchanges = exchanges;
    }

    @Body("request-sign-in")
    record Wish(String email) {}

    @Body("confirm-sign-in")
    record Confirmation(String requestId, String email, String code) {}

    @Body("exchange-identity")
    record Identity(String idToken) {}

    record Requested(String requestId) {}

    record SignedIn(String accessToken, String tokenType, long expiresIn) {

        static SignedIn of(AccessToken token) {
            return new SignedIn(token.value(), "Bearer", token.life().toSeconds());
        }
    }

    /** Says the same for any address, so that nobody learns whose account exists. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Requested> request(@RequestBody Wish wish, ServerWebExchange exchange) {
        EmailAddress email = address(wish.email());
        return Mono.fromCallable(() -> Binding.to(cookie.given(exchange), BrowserCookie.isBrowser(exchange)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(binding -> requests.request(email, ClientAddress.of(exchange), binding))
                .map(id -> new Requested(id.toString()));
    }

    @PostMapping("/confirm")
    Mono<SignedIn> confirm(@RequestBody Confirmation shown, ServerWebExchange exchange) {
        SignInId id = new SignInId(UUID.fromString(shown.requestId()));
        return confirmations
                .confirm(id, address(shown.email()), new OneTimeCode(shown.code()), cookie.shown(exchange))
                .map(SignedIn::of);
    }

    /** For the token of another issuer that is configured here (OpenID Connect). */
    @PostMapping("/exchange")
    Mono<SignedIn> exchange(@RequestBody Identity shown) {
        return exchanges.exchange(shown.idToken()).map(SignedIn::of);
    }

    private static EmailAddress address(String email) {
        try {
            return new EmailAddress(email);
        } catch (InvalidValue invalid) {
            throw new InvalidRequest("/email", "Must be an email address.");
        }
    }
}
