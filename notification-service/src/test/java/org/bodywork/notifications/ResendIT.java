package org.bodywork.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bodywork.notifications.Town.Booking;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What the console does with the ledger: shows it, and has a message sent once more. */
@WholeService
class ResendIT {

    private final Town town;
    private final Messages messages;
    private final BusinessClock clock;
    private final LedgerOverHttp ledger;
    private final WebTestClient http;
    private Booking booking = new Booking("", "", "", Instant.EPOCH, "", Map.of());
    private final String key = UUID.randomUUID().toString();

    ResendIT(
            @Autowired Town town,
            @Autowired Messages messages,
            @Autowired BusinessClock clock,
            @LocalServerPort int port) {
        this.clock = clock;
        this.town = town;
        this.messages = messages;
        this.ledger = new LedgerOverHttp(port);
        this.http =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @BeforeEach
    void aBookingIsConfirmedByDay() {
        ZonedDateTime now = clock.now().atZone(ZoneId.of("America/Chicago"));
        ZonedDateTime noon = now.with(LocalTime.NOON);
        Duration untilNoon = Duration.between(now, now.isAfter(noon) ? noon.plusDays(1) : noon);
        clock.moveTo(clock.offset().plus(untilNoon));
        booking = town.aBooking();
        town.confirmed(booking, 1);
        awaitSent("CONFIRMATION EMAIL");
    }

    private void awaitSent(String row) {
        Await.until(row + " is sent", () -> ledger.stateOf(booking), states -> "SENT".equals(states.get(row)));
    }

    @Test
    void sendsAMessageOnceMoreAndMarksItsRow() {
        String first = idOfTheConfirmation();

        FluxExchangeResult<String> answer = resend(first, key, TestTokens.managerOf(Town.PRACTICE));
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.ACCEPTED);
        JsonNode row = json(answer);
        assertThat(row.path("resendOf").asString()).isEqualTo(first);
        assertThat(row.path("resentBy").asString()).isEqualTo("somebody");

        Await.until("it comes once more", () -> messages.to(booking.email()), sent -> sent.size() == 2);
        FluxExchangeResult<String> replay = resend(first, key, TestTokens.managerOf(Town.PRACTICE));
        assertThat(replay.getResponseHeaders().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(json(replay).path("id")).isEqualTo(row.path("id"));
        assertThat(messages.to(booking.email())).hasSize(2);
    }

    @Test
    void refusesWithAReasonWhatIsFalseByNow() {
        String first = idOfTheConfirmation();
        town.cancelled(booking, 2);
        awaitSent("CANCELLATION EMAIL");

        FluxExchangeResult<String> answer = resend(first, key, TestTokens.managerOf(Town.PRACTICE));

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        JsonNode problem = json(answer);
        assertThat(problem.path("type").asString()).endsWith("cannot-resend");
        assertThat(problem.path("reason").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void isForStaffOfThePracticeOnlyAndNeedsAKey() {
        String first = idOfTheConfirmation();
        String others = TestTokens.managerOf(UUID.randomUUID().toString());

        assertThat(resend(first, key, "nonsense").getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(resend(first, key, others).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(resend("7", key, TestTokens.managerOf(Town.PRACTICE)).getStatus())
                .isEqualTo(HttpStatus.NOT_FOUND);
        FluxExchangeResult<String> withoutKey = resend(first, "short", TestTokens.managerOf(Town.PRACTICE));
        assertThat(withoutKey.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(json(withoutKey).path("errors").path(0).path("pointer").asString())
                .isEqualTo("/Idempotency-Key");
    }

    @Test
    void showsHowTheClientCanBeReachedWithoutNamingTheAddress() {
        http.post()
                .uri("/api/opt-outs")
                .headers(headers -> headers.setBearerAuth(TestTokens.managerOf(Town.PRACTICE)))
                .header("Content-Type", "application/json")
                .bodyValue(EventJson.write(Map.of("appointmentId", booking.id(), "channel", "SMS")))
                .exchange()
                .expectStatus()
                .isNoContent();

        JsonNode page = EventJson.tree(ledger.bodyFor(booking));

        assertThat(page.path("channels").path(0).path("stopped").asBoolean()).isFalse();
        assertThat(page.path("channels").path(1).path("channel").asString()).isEqualTo("SMS");
        assertThat(page.path("channels").path(1).path("stopped").asBoolean()).isTrue();
        assertThat(page.path("items"))
                .filteredOn(row -> row.path("channel").asString().equals("SMS"))
                .isNotEmpty()
                .noneMatch(row -> row.path("resendable").asBoolean());
        assertThat(page.toString()).doesNotContain(booking.email(), booking.phone());
    }

    private String idOfTheConfirmation() {
        for (JsonNode row : EventJson.tree(ledger.bodyFor(booking)).path("items")) {
            if (row.path("kind").asString().equals("CONFIRMATION")
                    && row.path("channel").asString().equals("EMAIL")) {
                assertThat(row.path("resendable").asBoolean()).isTrue();
                return row.path("id").asString();
            }
        }
        throw new AssertionError("no confirmation");
    }

    private FluxExchangeResult<String> resend(String id, String request, String token) {
        return http.post()
                .uri("/api/notifications/{id}/resend", id)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Idempotency-Key", request)
                .exchange()
                .returnResult(String.class);
    }

    private static JsonNode json(FluxExchangeResult<String> answer) {
        return EventJson.tree(Objects.requireNonNull(answer.getResponseBody().blockFirst()));
    }
}
