package org.bodywork.therapists.account.adapter.web;

import java.security.SecureRandom;
import java.util.Optional;
import org.bodywork.therapists.account.domain.BrowserKey;
import org.bodywork.therapists.account.domain.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** How a browser is given its key, and shows it. The cookie goes nowhere but to signing in, and lives as long as a code. */
final class BrowserCookie {

    static final String NAME = "bodywork-sign-in";

    private static final String PATH = "/api/sign-in";

    /** Every browser of today sends it with every request, and no page can set it. */
    private static final String SENT_BY_BROWSERS = "Sec-Fetch-Site";

    private final SecureRandom random = new SecureRandom();

    /** The key of the browser, which keeps the one it has. Drawing a new one may block. */
    BrowserKey given(ServerWebExchange exchange) {
        BrowserKey shown = shown(exchange);
        BrowserKey key = shown == null ? BrowserKey.random(random) : shown;
        exchange.getResponse()
                .addCookie(ResponseCookie.from(NAME, key.value())
                        .path(PATH)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                        .maxAge(SignIn.LIFE)
                        .build());
        return key;
    }

    static @Nullable BrowserKey shown(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(NAME))
                .map(HttpCookie::getValue)
                .flatMap(BrowserKey::shown)
                .orElse(null);
    }

    static boolean isBrowser(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(SENT_BY_BROWSERS);
    }
}
