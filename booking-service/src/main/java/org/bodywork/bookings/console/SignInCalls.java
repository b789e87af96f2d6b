package org.bodywork.bookings.console;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.therapists.TherapistCalls;
import org.bodywork.bookings.therapists.TherapistsAway;
import org.bodywork.platform.web.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Asks therapist-service to sign somebody in. While it is away nobody can sign in anew; whoever is signed in goes on
 * working. What ties a code to the browser that asked for it is handed through in both directions.
 */
@Component
final class SignInCalls {

    private static final String BROWSER_COOKIE = "bodywork-sign-in";
    private static final String BROWSER_PATH = "/console/sign-in";
    private static final Duration BROWSER_KEPT = Duration.ofMinutes(15);
    private static final String SENT_BY_BROWSERS = "Sec-Fetch-Site";

    private final TherapistCalls therapists;

    SignInCalls(TherapistCalls therapists) {
        this.therapists = therapists;
    }

    /** Has a code sent. Never fails. */
    Mono<Asked> ask(String email, ServerWebExchange exchange) {
        return call("/api/sign-in", Map.of("email", email), exchange, answer -> asked(answer, exchange))
                .onErrorReturn(TherapistsAway.class, new Asked.Away());
    }

    /** Changes a code for a token. Never fails. */
    Mono<Shown> show(String requestId, String email, String code, ServerWebExchange exchange) {
        Map<String, String> body = Map.of("requestId", requestId, "email", email, "code", code);
        return call("/api/sign-in/confirm", body, exchange, SignInCalls::shown)
                .onErrorReturn(TherapistsAway.class, new Shown.Away());
    }

    private <T> Mono<T> call(String path, Map<String, String> body, ServerWebExchange exchange, Reading<T> reading) {
        InetAddress client = ClientAddress.of(exchange);
        return therapists.ask(http -> http.post()
                .uri(path)
                .headers(headers -> {
                    headers.set("X-Forwarded-For", client.getHostAddress());
                    Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(SENT_BY_BROWSERS))
                            .ifPresent(site -> headers.set(SENT_BY_BROWSERS, site));
                    Optional.ofNullable(exchange.getRequest().getCookies().getFirst(BROWSER_COOKIE))
                            .map(HttpCookie::getValue)
                            .filter(value -> value.matches("[A-Za-z0-9_-]{1,200}"))
                            .ifPresent(value -> headers.set(HttpHeaders.COOKIE, BROWSER_COOKIE + "=" + value));
                })
                .bodyValue(body)
                .exchangeToMono(reading::of));
    }

    private static Mono<Asked> asked(ClientResponse answer, ServerWebExchange exchange) {
        return switch (HttpStatus.valueOf(answer.statusCode().value())) {
            case ACCEPTED -> {
                keep(answer.cookies().getFirst(BROWSER_COOKIE), exchange);
                yield answer.bodyToMono(Requested.class).map(sent -> new Asked.Sent(sent.requestId()));
            }
            case BAD_REQUEST -> answer.releaseBody().thenReturn(new Asked.NoAddress());
            case TOO_MANY_REQUESTS -> answer.releaseBody().thenReturn(new Asked.TooMany());
            default -> trouble(answer);
        };
    }

    private static Mono<Shown> shown(ClientResponse answer) {
        return switch (HttpStatus.valueOf(answer.statusCode().value())) {
            case OK -> answer.bodyToMono(SignedIn.class).map(signed -> new Shown.Good(signed.accessToken()));
            case BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, GONE ->
                answer.releaseBody().thenReturn(new Shown.Refused());
            default -> trouble(answer);
        };
    }

    private static void keep(@Nullable ResponseCookie given, ServerWebExchange exchange) {
        if (given != null) {
            exchange.getResponse()
                    .addCookie(ResponseCookie.from(BROWSER_COOKIE, given.getValue())
                            .path(BROWSER_PATH)
                            .httpOnly(true)
                            .sameSite("Strict")
                            .secure("https"
                                    .equals(exchange.getRequest().getURI().getScheme()))
                            .maxAge(BROWSER_KEPT)
                            .build());
        }
    }

    private static <T> Mono<T> trouble(ClientResponse answer) {
        return answer.releaseBody()
                .then(Mono.error(() -> new IllegalStateException(
                        "therapist-service answers " + answer.statusCode().value())));
    }

    /** What came of asking for a code; it is the same for addresses that have no account. */
    sealed interface Asked {
        record Sent(String requestId) implements Asked {}

        record NoAddress() implements Asked {}

        record TooMany() implements Asked {}

        record Away() implements Asked {}
    }

    /** What came of showing it. */
    sealed interface Shown {
        record Good(String token) implements Shown {}

        record Refused() implements Shown {}

        record Away() implements Shown {}
    }

    private interface Reading<T> {
        Mono<T> of(ClientResponse answer);
    }

    record Requested(String requestId) {}

    record SignedIn(String accessToken) {}
}
