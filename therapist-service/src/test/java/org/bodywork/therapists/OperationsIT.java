package org.bodywork.therapists;

import static org.assertj.core.api.Assertions.assertThat;

import org.bodywork.platform.testing.spring.WithServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What those who run the service may ask it without a token. */
@RunningService
@WithServers
class OperationsIT {

    @Autowired
    ServiceClient service;

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void mayAskWhetherItIsWell(String probe) {
        service.get("/actuator/health/{probe}", probe)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void mayReadTheMetrics() {
        service.get("/actuator/prometheus")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(metrics -> assertThat(metrics).contains("outbox_pending"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/env", "/beans", "/heapdump", "/loggers", "/metrics", "/shutdown", "/prometheus/x"})
    void mayAskNothingElse(String path) {
        service.get("/actuator" + path).expectStatus().isUnauthorized();
    }
}
