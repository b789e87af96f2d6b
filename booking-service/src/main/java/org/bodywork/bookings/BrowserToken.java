package org.bodywork.bookings;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** What a browser is known by while it holds time: a random token it keeps, which says nothing about anybody. */
public final class BrowserToken {

    static final String COOKIE = "bw";
    public static final String HEADER = "X-Browser-Token";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,128}");
    private static final int BYTES = 24;
    private static final Duration KEPT = Duration.ofDays(180);
    private static final SecureRandom RANDOM = new SecureRandom();

    private BrowserToken() {}

    /** The token of the cookie, else of the header; a browser that has none is given one with the answer. */
    public static String of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .or(() -> Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(HEADER)))
                .filter(token -> TOKEN.matcher(token).matches())
                .orElseGet(() -> handOut(exchange));
    }

    private static String handOut(ServerWebExchange exchange) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        boolean secure = exchange.getRequest().getURI().getScheme().equals("https");
        exchange.getResponse()
                .addCookie(ResponseCookie.from(COOKIE, token)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(KEPT)
                        .build());
        return token;
    }
}
