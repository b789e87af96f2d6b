package org.bodywork.bookings.therapists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class TherapistCallsTest {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final SettableClock clock = SettableClock.at("2026-11-24T16:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private final DisposableServer server = HttpServer.create()
            .port(0)
            .handle((request, response) -> {
                asked.incrementAndGet();
                return response.status(status)
                        .header("Content-Type", "application/json")
                        .sendString(Mono.just("{\"uri\": \"%s\"}".formatted(request.uri())));
            })
            .bindNow();
    private final TherapistCalls calls = new TherapistCalls(
            new TherapistSettings(
                    URI.create("http://localhost:" + server.port()), Duration.ofSeconds(2), PAUSE, Duration.ZERO),
            clock);

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void keepAnAnswerForTenMinutesAndLongerWhileNothingNewerCanBeHad() {
        read("a b");
        read("a b");
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofMinutes(11));
        read("a b");
        assertThat(asked).hasValue(2);

        clock.advance(Duration.ofMinutes(11));
        status = 500;
        assertThat(read("a b").get("uri")).isEqualTo("/api/guide/a%20b?lang=es");
    }

    @Test
    void failAsAwayWhereNothingWasEverHeard() {
        status = 503;

        assertThatThrownBy(() -> read("neck")).isInstanceOf(TherapistsAway.class);
    }

    @Test
    void knowNothingWhereThereIsNothing() {
        status = 404;

        assertThat(calls.kept(Map.class, "/api/guide/nowhere").blockOptional()).isEmpty();
    }

    @Test
    void askAgainAfterAPauseOnceItKeptFailing() {
        status = 500;
        for (int each = 0; each < 20; each++) {
            assertThatThrownBy(this::ask).isInstanceOf(TherapistsAway.class);
        }
        int before = asked.get();
        assertThat(before).isLessThan(10);

        status = 200;
        assertThatThrownBy(this::ask).isInstanceOf(TherapistsAway.class);
        clock.advance(PAUSE.plusSeconds(1));

        assertThat(ask()).isNotEmpty();
        assertThat(asked).hasValue(before + 1);
    }

    @Test
    void takeARefusalForAnAnswer() {
        status = 400;
        for (int each = 0; each < 30; each++) {
            assertThatThrownBy(this::ask).isInstanceOf(WebClientResponseException.BadRequest.class);
        }

        assertThat(asked).hasValue(30);
    }

    private Map<?, ?> read(String page) {
        return calls.kept(Map.class, "/api/guide/{page}?lang={lang}", page, "es")
                .blockOptional()
                .orElseThrow();
    }

    private Map<?, ?> ask() {
        return calls.ask(http -> http.get().uri("/api/areas").retrieve().bodyToMono(Map.class))
                .blockOptional()
                .orElseThrow();
    }
}
