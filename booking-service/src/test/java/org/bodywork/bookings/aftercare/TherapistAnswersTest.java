package org.bodywork.bookings.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.bodywork.bookings.aftercare.TherapistAnswers.GuidePage;
import org.bodywork.bookings.aftercare.TherapistAnswers.Sent;
import org.bodywork.bookings.therapists.TherapistCalls;
import org.bodywork.bookings.therapists.TherapistSettings;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class TherapistAnswersTest {

    private static final String LIST = """
            {"items": [
              {"kind": "self-care", "slug": "headache", "title": "Head", "summary": "s",
               "related": {"modalities": ["trigger-point"], "conditions": ["headache-migraine", "neck-pain"]}},
              {"kind": "self-care", "slug": "back-and-neck", "title": "Back", "summary": "s",
               "related": {"modalities": ["deep-tissue", "trigger-point"], "conditions": ["back-pain", "headache-migraine"]}},
              {"kind": "self-care", "slug": "old", "title": "Old", "summary": "s", "related": {"modalities": ["swedish"]}}
            ]}
            """;

    private static final Map<String, String> GUIDE = Map.of(
            "/api/guide/self-care", LIST,
            "/api/guide/self-care/headache", page("headache"),
            "/api/guide/self-care/back-and-neck", page("back-and-neck"));

    private final SettableClock clock = SettableClock.at("2026-11-24T16:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int answers = 200;
    private final DisposableServer server = HttpServer.create()
            .port(0)
            .handle((request, response) -> {
                asked.incrementAndGet();
                String path = "/" + request.fullPath().replaceFirst("^/", "");
                return response.status(answers)
                        .header("Content-Type", "application/json")
                        .sendString(Mono.just(answers == 200 ? GUIDE.getOrDefault(path, "{}") : "{}"));
            })
            .bindNow();
    private final TherapistAnswers calls = new TherapistAnswers(new TherapistCalls(
            new TherapistSettings(
                    URI.create("http://localhost:" + server.port()),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10),
                    Duration.ZERO),
            clock));

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void findsThePageThatNamesTheModalityFirst() {
        assertThat(slugOf("deep-tissue")).isEqualTo("back-and-neck");
        assertThat(slugOf("trigger-point")).isEqualTo("headache");
    }

    @ParameterizedTest
    @CsvSource({
        "neck-pain, deep-tissue, headache",
        "headache-migraine, deep-tissue, headache",
        "back-pain, trigger-point, back-and-neck",
        "unheard-of, deep-tissue, back-and-neck"
    })
    void findsThePageForWhatTheClientIsTreatedForBeforeThatOfTheModality(
            String condition, String modality, String slug) {
        assertThat(calls.selfCare(condition, modality, "en")
                        .blockOptional()
                        .orElseThrow()
                        .slug())
                .isEqualTo(slug);
    }

    @Test
    void showsSomethingForAModalityThatNoPageNames() {
        assertThat(slugOf("unheard-of")).isEqualTo("headache");
    }

    @Test
    void asksOnceForAWhileAndKeepsTheLastPageWhileTheGuideIsAway() {
        slugOf("deep-tissue");
        slugOf("deep-tissue");
        assertThat(asked).hasValue(2);

        clock.advance(Duration.ofHours(1));
        answers = 503;

        assertThat(slugOf("deep-tissue")).isEqualTo("back-and-neck");
    }

    @Test
    void isEmptyWhileNothingWasEverHeard() {
        answers = 500;

        assertThat(calls.selfCare("", "deep-tissue", "en").blockOptional()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "201, WRITTEN",
        "409, USED",
        "410, EXPIRED",
        "404, UNKNOWN",
        "400, REFUSED",
        "503, AWAY",
        "200, AWAY",
        "429, AWAY"
    })
    void saysWhatBecameOfAReview(int status, Sent meaning) {
        answers = status;

        assertThat(calls.review("token", 5, "Kind hands").block()).isEqualTo(meaning);
    }

    @Test
    void leavesAServiceAloneThatKeepsFailing() {
        answers = 500;
        for (int each = 0; each < 30; each++) {
            assertThat(calls.review("token", 5, "").block()).isEqualTo(Sent.AWAY);
        }

        assertThat(asked.get()).isLessThan(10);
    }

    @Test
    void doesNotTakeARefusalForTrouble() {
        answers = 409;
        for (int each = 0; each < 30; each++) {
            assertThat(calls.review("token", 5, "").block()).isEqualTo(Sent.USED);
        }
    }

    private String slugOf(String modality) {
        GuidePage page =
                Objects.requireNonNull(calls.selfCare("", modality, "en").block());
        assertThat(page.html()).contains("<h2>");
        return page.slug();
    }

    private static String page(String slug) {
        return """
                {"slug": "%s", "title": "t", "html": "<h2>Every day</h2>", "related": {"modalities": []}}
                """.formatted(slug);
    }
}
