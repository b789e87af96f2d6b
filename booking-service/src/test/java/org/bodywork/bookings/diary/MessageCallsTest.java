package org.bodywork.bookings.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.diary.DiaryConfiguration.NotificationSettings;
import org.bodywork.bookings.diary.MessageCalls.Messages;
import org.bodywork.bookings.diary.MessageCalls.Resent;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/** What the console asks of notification-service, against one that answers as it is told to. */
class MessageCallsTest {

    private static final AppointmentId VISIT = AppointmentId.of("0190a1b2-0000-7000-8000-000000000001");
    private static final Staff BOSS = new Staff(
            new Caller("boss", Set.of("manager"), Map.of()),
            new Colleague.PracticeLead("boss", PracticeId.of("0190a1b2-0000-7000-8000-000000000002")),
            "token-of-the-boss");

    private static final String LEDGER = """
            {"items": [
               {"id": "m1", "kind": "CONFIRMATION", "channel": "EMAIL", "recipient": "CLIENT", "address": "a…@e…",
                "state": "FAILED", "reason": "550", "due": "2026-11-24T16:00:00Z", "at": "2026-11-24T16:00:05Z",
                "resendable": true, "somethingNew": {"of": "tomorrow"}},
               {"id": "m2", "kind": "REMINDER", "channel": "SMS", "recipient": "CLIENT", "state": "PLANNED",
                "due": "2026-11-25T00:00:00Z"}],
             "channels": [{"channel": "SMS", "address": "…0123", "agreed": true, "stopped": true}]}
            """;

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final SettableClock clock = SettableClock.at("2026-11-24T16:00:00Z");
    private final List<Seen> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String json = LEDGER;
    private volatile boolean silent;
    private final DisposableServer server = HttpServer.create()
            .port(0)
            .handle((request, response) -> {
                asked.add(Seen.of(request));
                return silent
                        ? Mono.never()
                        : response.status(status)
                                .header("Content-Type", "application/json")
                                .sendString(Mono.just(json));
            })
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void readTheLedgerOfOneVisitWithTheTokenOfWhoeverAsks() {
        Messages messages = about(patient()).orElseThrow();

        assertThat(messages.items()).extracting(MessageCalls.Message::id).containsExactly("m1", "m2");
        assertThat(messages.items().getFirst().at()).isEqualTo(Instant.parse("2026-11-24T16:00:05Z"));
        assertThat(messages.items().getFirst().resendable()).isTrue();
        assertThat(messages.items().getLast().at()).isNull();
        assertThat(messages.channels()).containsExactly(new MessageCalls.Channel("SMS", "…0123", true, true));
        assertThat(asked)
                .containsExactly(
                        new Seen("GET", "/api/notifications?appointmentId=" + VISIT, "Bearer token-of-the-boss", ""));
    }

    @Test
    void knowOfNoMessagesWhereTheVisitIsNotHeardOfYet() {
        status = 404;
        json = "{}";

        assertThat(about(patient())).contains(Messages.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void haveNothingToShowWhereTheyAreNotAnswered(int answered) {
        status = answered;

        assertThat(about(patient())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>", "{\"items\": 7}", "{\"items\": [{\"id\": \"m1\", \"due\": \"soon\"}]}"})
    void haveNothingToShowWhereTheAnswerMakesNoSense(String nonsense) {
        json = nonsense;

        assertThat(about(patient())).isEmpty();
    }

    @Test
    void waitNoLongerThanTheyMay() {
        silent = true;

        assertThat(about(calls(Duration.ofMillis(100)))).isEmpty();
        assertThat(calls(Duration.ofMillis(100))
                        .resend("m1", "a-key-that-is-long", BOSS)
                        .block())
                .isEqualTo(Resent.AWAY);
    }

    @Test
    void stopAskingWhoIsAwayAndAskAgainAfterAPause() {
        MessageCalls calls = patient();
        server.disposeNow();
        for (int each = 0; each < 10; each++) {
            assertThat(about(calls)).isEmpty();
        }
        assertThat(calls.resend("m1", "a-key-that-is-long", BOSS).block()).isEqualTo(Resent.AWAY);
    }

    @Test
    void askAgainOnceItAnswersAndAPauseIsOver() {
        MessageCalls calls = patient();
        status = 500;
        for (int each = 0; each < 10; each++) {
            about(calls);
        }
        int before = asked.size();
        assertThat(before).isLessThan(10);

        status = 200;
        assertThat(about(calls)).isEmpty();
        clock.advance(PAUSE.plusSeconds(1));

        assertThat(about(calls)).isPresent();
        assertThat(asked).hasSize(before + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "202, PLANNED",
        "200, PLANNED",
        "400, REFUSED",
        "403, REFUSED",
        "404, REFUSED",
        "409, REFUSED",
        "422, REFUSED",
        "429, AWAY",
        "500, AWAY",
        "503, AWAY"
    })
    void sendAMessageOnceMoreAndTellWhatCameOfIt(int answered, Resent meaning) {
        status = answered;
        json = "{}";

        assertThat(patient().resend("m1", "a-key-that-is-long", BOSS).block()).isEqualTo(meaning);
        assertThat(asked)
                .containsExactly(new Seen(
                        "POST", "/api/notifications/m1/resend", "Bearer token-of-the-boss", "a-key-that-is-long"));
    }

    @Test
    void takeRefusalsForAnswers() {
        MessageCalls calls = patient();
        status = 409;
        for (int each = 0; each < 30; each++) {
            assertThat(calls.resend("m1", UUID.randomUUID().toString(), BOSS).block())
                    .isEqualTo(Resent.REFUSED);
        }

        assertThat(asked).hasSize(30);
    }

    private MessageCalls patient() {
        return calls(Duration.ofSeconds(5));
    }

    private MessageCalls calls(Duration patience) {
        return new MessageCalls(
                new NotificationSettings(URI.create("http://localhost:" + server.port()), patience, PAUSE), clock);
    }

    private static Optional<Messages> about(MessageCalls calls) {
        return calls.about(VISIT, BOSS).blockOptional();
    }

    private record Seen(String method, String uri, String token, String key) {

        static Seen of(HttpServerRequest request) {
            return new Seen(
                    request.method().name(),
                    request.uri(),
                    request.requestHeaders().get("Authorization", ""),
                    request.requestHeaders().get("Idempotency-Key", ""));
        }
    }
}
