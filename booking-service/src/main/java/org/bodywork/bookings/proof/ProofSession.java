package org.bodywork.bookings.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bodywork.platform.crypto.Mac;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a browser shows for half an hour after its owner has typed the code: the client's keyed hash and an end, under a
 * MAC. Nothing is stored of it.
 */
public final class ProofSession {

    static final String COOKIE = "bodywork-visits";

    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9_-]{43})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    private final Mac mac;
    private final Duration life;
    private final Clock clock;

    ProofSession(Mac mac, Duration life, Clock clock) {
        this.mac = mac;
        this.life = life;
        this.clock = clock;
    }

    public Duration life() {
        return life;
    }

    /** Lets the browser show from now on that it is this client's. */
    public void begin(String client, ServerWebExchange exchange) {
        long end = clock.instant().plus(life).getEpochSecond();
        exchange.getResponse().addCookie(cookie(client + "." + end + "." + code(client, end), life, exchange));
    }

    public void end(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie("", Duration.ZERO, exchange));
    }

    /** The client who has proven to be one in this browser, while that holds. */
    public Optional<String> clientOf(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .flatMap(this::client);
    }

    private Optional<String> client(String shown) {
        var parts = SHAPE.matcher(shown);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String client = parts.group(1);
        long end = Long.parseLong(parts.group(2));
        boolean ours = MessageDigest.isEqual(
                code(client, end).getBytes(StandardCharsets.US_ASCII),
                parts.group(3).getBytes(StandardCharsets.US_ASCII));
        return ours && clock.instant().isBefore(Instant.ofEpochSecond(end)) ? Optional.of(client) : Optional.empty();
    }

    private String code(String client, long end) {
        return mac.base64Url("session|" + client + "|" + end);
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
