package org.bodywork.platform.codes;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.bodywork.platform.codes.domain.BrowserKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** How a browser is given its key, and shows it. The cookie goes nowhere but to its path, and lives as long as a code. */
public final class BrowserCookie {

    /** Every browser of today sends it with every request, and no page can set it. */
    private static final String SENT_BY_BROWSERS = "Sec-Fetch-Site";

    private final SecureRandom random = new SecureRandom();
    private final String name;
    private final String path;
    private final Duration life;

    public BrowserCookie(String name, String path, Duration life) {
        this.name = name;
        this.path = path;
        this.life = life;
    }

    /** The key of the browser, which keeps the one it has. Drawing a new one may block. */
    public BrowserKey given(ServerWebExchange exchange) {
        BrowserKey shown = shown(exchange);
        BrowserKey key = shown == null ? BrowserKey.random(random) : shown;
        exchange.getResponse()
                .addCookie(ResponseCookie.from(name, key.value())
                        .path(path)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                        .maxAge(life)
                        .build());
        return key;
    }

    public @Nullable BrowserKey shown(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(name))
                .map(HttpCookie::getValue)
                .flatMap(BrowserKey::shown)
                .orElse(null);
    }

    public static boolean isBrowser(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(SENT_BY_BROWSERS);
    }
}
