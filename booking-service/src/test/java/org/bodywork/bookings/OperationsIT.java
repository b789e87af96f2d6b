package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What those who run the service may ask it without a token. */
@WholeService
class OperationsIT {

    private final BookingApi api;

    OperationsIT(@LocalServerPort int port) {
        this.api = new BookingApi(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void mayAskWhetherItIsWell(String probe) {
        Answer answer = api.get("/actuator/health/" + probe);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasToString("{\"status\":\"UP\"}");
    }

    @Test
    void mayReadTheMetrics() {
        Answer answer = api.get("/actuator/prometheus");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().asString()).contains("outbox_pending", "due_overdue", "events_consumed_total");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/env", "/beans", "/heapdump", "/loggers", "/metrics", "/shutdown", "/prometheus/x"})
    void mayAskNothingElse(String path) {
        assertThat(api.get("/actuator" + path).status()).isEqualTo(401);
    }
}
