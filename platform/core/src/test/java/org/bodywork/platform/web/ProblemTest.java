package org.bodywork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@ExtendWith(OutputCaptureExtension.class)
class ProblemTest extends HttpTest {

    private static final String TYPES = "https://bodywork.example/problems/";

    @Test
    void answersARejectionWithItsFeaturesProblem() {
        assertThat(problem(get("/taken").expectStatus().isEqualTo(409)))
                .containsExactly(
                        Map.entry("type", TYPES + "item-taken"),
                        Map.entry("title", "Taken"),
                        Map.entry("status", 409),
                        Map.entry("detail", "Somebody was faster."),
                        Map.entry("alternatives", List.of("blue", "green")));
    }

    @Test
    void saysWhenToTryAgainAfterTooMany() {
        WebTestClient.ResponseSpec answer = get("/too-many").expectStatus().isEqualTo(429);

        answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
        assertThat(problem(answer)).containsEntry("type", TYPES + "too-many-requests");
    }

    @Test
    void answers503WhileADependencyIsAway() {
        WebTestClient.ResponseSpec answer = get("/away").expectStatus().isEqualTo(503);

        answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "5");
        assertThat(problem(answer)).containsEntry("type", TYPES + "unavailable");
    }

    @Test
    void leaksNothingOfABugAndLogsItOnce(CapturedOutput output) {
        Map<String, Object> problem =
                problem(get("/bug/very-secret-link").expectStatus().isEqualTo(500));

        assertThat(problem).containsOnlyKeys("type", "title", "status", "detail");
        String detail = Objects.requireNonNull(problem.get("detail")).toString();
        assertThat(detail).doesNotContain("jane", "Exception");
        String reference = detail.replaceAll(".*reference ([0-9a-f]{16})\\..*", "$1");
        assertThat(output.getAll()).containsOnlyOnce(reference).contains("GET /bug/{secret} failed");
    }

    @Test
    void answers404WithoutARoute() {
        assertThat(problem(get("/nowhere").expectStatus().isNotFound())).containsEntry("type", TYPES + "not-found");
    }

    @Test
    void answers404ForAnIdThatCannotBeOne() {
        assertThat(problem(get("/orders/17").expectStatus().isNotFound())).containsEntry("type", TYPES + "not-found");
    }

    @Test
    void answers405WithWhatIsAllowed() {
        WebTestClient.ResponseSpec answer =
                http.delete().uri("/orders").exchange().expectStatus().isEqualTo(405);

        answer.expectHeader().valueEquals(HttpHeaders.ALLOW, "GET, POST");
        assertThat(problem(answer)).containsEntry("type", TYPES + "method-not-allowed");
    }

    @Test
    void answers415WithWhatIsTaken() {
        WebTestClient.ResponseSpec answer = http.post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_XML)
                .bodyValue("<order/>")
                .exchange()
                .expectStatus()
                .isEqualTo(415);

        answer.expectHeader().valueEquals(HttpHeaders.ACCEPT, "application/json");
        assertThat(problem(answer)).containsEntry("type", TYPES + "unsupported-media-type");
    }

    @Test
    void answers406AsAProblem() {
        WebTestClient.ResponseSpec answer = http.get()
                .uri("/orders")
                .accept(MediaType.IMAGE_PNG)
                .exchange()
                .expectStatus()
                .isEqualTo(406);

        assertThat(problem(answer)).containsEntry("type", TYPES + "not-acceptable");
    }

    @Test
    void namesAQueryParameterThatDoesNotParse() {
        get("/typed?minutes=soon")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/minutes")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("This is not a valid whole number.");
    }

    @Test
    void namesAQueryParameterByItsPublicName() {
        get("/typed?minutes=5&from=tomorrow")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/from");
    }

    @Test
    void namesAQueryParameterThatIsMissing() {
        get("/typed")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/minutes");
    }

    private WebTestClient.ResponseSpec get(String uri) {
        return http.get().uri(uri).exchange();
    }

    private static Map<String, Object> problem(WebTestClient.ResponseSpec answer) {
        Map<String, Object> problem = answer.expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(problem);
    }
}
