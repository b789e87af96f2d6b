package org.bodywork.bookings.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The session of the console: a cookie that holds the access token, out of reach of scripts and sent by no other site. It
 * ends with the token, and nothing is stored of it here.
 */
@Component
final class ConsoleSession {

    static final String COOKIE = "bodywork-staff";

    /** A token that lasts longer still has to be shown anew each day. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Browsers drop cookies from 4096 bytes on. */
    private static final int LONGEST_TOKEN = 3_800;

    /** What browsers say of requests that their own pages send, and of addresses that were typed. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final ReactiveJwtDecoder tokens;
    private final Clock clock;

    ConsoleSession(ReactiveJwtDecoder tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The token of whoever is signed in; empty where nobody is, or not any more. */
    Mono<Jwt> of(ServerWebExchange exchange) {
        return Mono.justOrEmpty(shown(exchange)).flatMap(this::valid);
    }

    /** Empty where it is none of ours, or its time is over. */
    Mono<Jwt> valid(String token) {
        return token.length() > LONGEST_TOKEN
                ? Mono.empty()
                : tokens.decode(token)
                        .onErrorResume(BadJwtException.class, _ -> Mono.empty())
                        .onErrorMap(
                                JwtException.class,
                                error -> new AuthenticationServiceException("the token cannot be checked", error));
    }

    void begin(Jwt token, ServerWebExchange exchange) {
        Instant now = clock.instant();
        Instant end = token.getExpiresAt();
        Duration life = end == null || end.isAfter(now.plus(LONGEST)) ? LONGEST : Duration.between(now, end);
        exchange.getResponse().addCookie(cookie(token.getTokenValue(), life, exchange));
    }

    void end(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie("", Duration.ZERO, exchange));
    }

    static Optional<String> shown(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /**
     * Whether the request comes from a page of ours, or from no page at all, as far as the browser says. Sites under the same
     * domain are kept out by this, all others by the cookie.
     */
    static boolean isFromHere(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        return site == null ? isOwn(request.getHeaders().getOrigin(), request) : OWN.contains(site);
    }

    /** Our pages send no referrer, so that browsers call their origin null. */
    private static boolean isOwn(@Nullable String origin, ServerHttpRequest request) {
        String host = request.getHeaders().getFirst("Host");
        return origin == null || host == null || origin.equals("null") || origin.endsWith("://" + host);
    }

    private static ResponseCookie cookie(String value, Duration life, ServerWebExchange exchange) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                .maxAge(life)
                .build();
    }
}
