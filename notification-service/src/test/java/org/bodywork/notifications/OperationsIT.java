package org.bodywork.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What those who run the service may ask it without a token. */
@WholeService
class OperationsIT {

    private final WebTestClient http;

    OperationsIT(@LocalServerPort int port) {
        this.http =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void mayAskWhetherItIsWell(String probe) {
        get("/actuator/health/" + probe)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void mayReadTheMetrics() {
        get("/actuator/prometheus")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(metrics -> assertThat(metrics).contains("outbox_pending", "due_overdue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/env", "/beans", "/heapdump", "/loggers", "/metrics", "/shutdown", "/prometheus/x"})
    void mayAskNothingElse(String path) {
        get("/actuator" + path).expectStatus().isUnauthorized().expectBody(String.class);
    }

    private WebTestClient.ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }
}
