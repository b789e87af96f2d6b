package org.bodywork.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    @Test
    void findAMetricBehindEveryAlert() throws IOException {
        String alerts = Files.readString(Path.of("../docs/alerts.yaml"));
        List<String> named = Pattern.compile("\\b[a-z0-9]+(?:_[a-z0-9]+)+(?=[\\[{ )])")
                .matcher(alerts.replaceAll("(?m)^ *#.*$", "").replaceAll("(?m)^ *(?!expr:)\\w+: .*$", ""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(name -> !name.equals("histogram_quantile"))
                .toList();

        String metrics = Objects.requireNonNull(get("/actuator/prometheus")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        assertThat(named).hasSizeGreaterThanOrEqualTo(5);
        assertThat(named).allSatisfy(name -> assertThat(metrics).contains(name));
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
