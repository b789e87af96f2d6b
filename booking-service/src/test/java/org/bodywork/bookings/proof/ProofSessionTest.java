package org.bodywork.bookings.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class ProofSessionTest {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final String ADA = "a".repeat(43);

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-21T18:00:00Z"));
    private final ProofSession sessions = new ProofSession(Mac.of("1", FreshKeys.key()), LIFE, clock);

    @Test
    void knowsTheClientItBeganFor() {
        assertThat(sessions.clientOf(showing(begun().getValue()))).contains(ADA);
    }

    @Test
    void endsByItself() {
        String shown = begun().getValue();

        clock.advance(LIFE.minusSeconds(1));
        assertThat(sessions.clientOf(showing(shown))).contains(ADA);
        clock.advance(Duration.ofSeconds(1));

        assertThat(sessions.clientOf(showing(shown))).isEmpty();
    }

    @Test
    void believesNothingThatSomebodyElseWrote() {
        String shown = begun().getValue();

        assertThat(sessions.clientOf(showing(shown.replace("aaa", "aab")))).isEmpty();
        assertThat(sessions.clientOf(showing(shown.replaceFirst("\\.[0-9]+\\.", ".99999999999."))))
                .isEmpty();
        assertThat(sessions.clientOf(showing(""))).isEmpty();
        assertThat(sessions.clientOf(showing(ADA))).isEmpty();
        assertThat(new ProofSession(Mac.of("1", FreshKeys.key()), LIFE, clock).clientOf(showing(shown)))
                .isEmpty();
    }

    @Test
    void goesToNoScriptAndNoOtherSite() {
        assertThat(begun()).satisfies(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Strict");
            assertThat(cookie.getMaxAge()).isEqualTo(LIFE);
        });
    }

    private ResponseCookie begun() {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        sessions.begin(ADA, exchange);
        return Objects.requireNonNull(exchange.getResponse().getCookies().getFirst(ProofSession.COOKIE));
    }

    private static MockServerWebExchange showing(String value) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.get("/").cookie(new HttpCookie(ProofSession.COOKIE, value)));
    }
}
