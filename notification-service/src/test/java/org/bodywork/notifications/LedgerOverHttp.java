package org.bodywork.notifications;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bodywork.notifications.Town.Booking;
import org.bodywork.platform.events.EventJson;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The ledger as staff of the practice see it. */
final class LedgerOverHttp {

    private final WebTestClient http;

    LedgerOverHttp(int port) {
        this.http =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    record Row(
            String kind,
            String channel,
            String state,
            @Nullable String reason,
            boolean possibleRepeat) {

        String name() {
            return kind + " " + channel;
        }
    }

    record Rows(List<Row> items) {}

    /** Nothing while the visit is not known yet. */
    List<Row> of(Booking booking) {
        Answer answer = get(booking, TestTokens.managerOf(Town.PRACTICE));
        return answer.status() == 404
                ? List.of()
                : EventJson.read(answer.body(), Rows.class).items();
    }

    /** The state of each message, by kind and channel such as {@code REMINDER SMS}. */
    Map<String, String> stateOf(Booking booking) {
        return of(booking).stream().collect(Collectors.toMap(Row::name, Row::state, (_, later) -> later));
    }

    Row row(Booking booking, String name) {
        return of(booking).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Agendas and warnings. */
    List<Row> lettersTo(String account) {
        Answer answer = get("?accountId=" + account, TestTokens.managerOf(Town.PRACTICE));
        return EventJson.read(answer.body(), Rows.class).items();
    }

    int statusOf(String query, String token) {
        return get(query, token).status();
    }

    int statusFor(Booking booking, String token) {
        return get(booking, token).status();
    }

    String bodyFor(Booking booking) {
        return get(booking, TestTokens.managerOf(Town.PRACTICE)).body();
    }

    private record Answer(int status, String body) {}

    private Answer get(Booking booking, String token) {
        return get("?appointmentId=" + booking.id(), token);
    }

    private Answer get(String query, String token) {
        var result = http.get()
                .uri("/api/notifications" + query)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return new Answer(result.getStatus().value(), Objects.requireNonNullElse(result.getResponseBody(), ""));
    }
}
