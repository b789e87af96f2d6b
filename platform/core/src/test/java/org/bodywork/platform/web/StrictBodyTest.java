package org.bodywork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class StrictBodyTest extends HttpTest {

    private static final String GOOD = "{'item': 'lamp', 'count': 2, 'at': '2026-03-09T10:00:00-05:00'}";

    @Test
    void bindsAGoodBodyKeepingItsOffset() {
        send(GOOD)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.item")
                .isEqualTo("lamp")
                .jsonPath("$.count")
                .isEqualTo(2)
                .jsonPath("$.at")
                .isEqualTo("2026-03-09T10:00:00-05:00");
    }

    @Test
    void keepsEveryCharacterThatPeopleWrite() {
        send("{'item': 'Zoë 🧘🏽 שלום', 'note': 'one\\n\\ttwo', 'count': 1, 'at': '2026-03-09T10:00:00Z'}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.item")
                .isEqualTo("Zoë 🧘🏽 שלום")
                .jsonPath("$.note")
                .isEqualTo("one\n\ttwo");
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                wrong("a number as text", "{'item': 'lamp', 'count': '2', 'at': '2026-03-09T10:00:00Z'}", "/count"),
                wrong("text as a number", "{'item': 7, 'count': 2, 'at': '2026-03-09T10:00:00Z'}", "/item"),
                wrong("a fraction", "{'item': 'lamp', 'count': 2.5, 'at': '2026-03-09T10:00:00Z'}", "/count"),
                wrong(
                        "a whole number as 2.0",
                        "{'item': 'lamp', 'count': 2.0, 'at': '2026-03-09T10:00:00Z'}",
                        "/count"),
                wrong(
                        "a huge whole number",
                        "{'item': 'lamp', 'count': 99999999999999999999, 'at': '2026-03-09T10:00:00Z'}",
                        "/count"),
                wrong("a huge fraction", with("'ratio': 1e999"), "/ratio"),
                wrong("a giant exponent", with("'ratio': 1e999999999"), "/ratio"),
                wrong("null", "{'item': null, 'count': 2, 'at': '2026-03-09T10:00:00Z'}", "/item"),
                wrong("nothing", "{'item': 'lamp', 'at': '2026-03-09T10:00:00Z'}", "/count"),
                wrong("an unknown field", with("'isAdmin': true"), "/isAdmin"),
                wrong(
                        "an unknown field inside",
                        with("'contact': {'email': 'a@b.example', 'x/y': 1}"),
                        "/contact/x~1y"),
                wrong("a field twice", with("'count': 3"), "/count"),
                wrong(
                        "a field twice inside",
                        with("'contact': {'email': 'a@b.example', 'email': 'c@d.example'}"),
                        "/contact/email"),
                wrong("a query operator", "{'item': {'$ne': null}, 'count': 2, 'at': '2026-03-09T10:00:00Z'}", "/item"),
                wrong("a time without offset", "{'item': 'lamp', 'count': 2, 'at': '2026-03-09T10:00:00'}", "/at"),
                wrong("a day that is none", "{'item': 'lamp', 'count': 2, 'at': '2026-02-30T10:00:00Z'}", "/at"),
                wrong("a leap second", "{'item': 'lamp', 'count': 2, 'at': '2016-12-31T23:59:60Z'}", "/at"),
                wrong("a timestamp as a number", "{'item': 'lamp', 'count': 2, 'at': 1773050400}", "/at"),
                wrong("no email address", with("'contact': {'email': 'jane'}"), "/contact/email"),
                wrong("an unknown word", with("'tags': ['red', 'blue']"), "/tags/1"),
                wrong("an enum as a number", with("'tags': [0]"), "/tags/0"),
                wrong("too many items", with("'tags': ['red', 'red', 'red', 'red']"), "/tags"),
                wrong("blanks", "{'item': '  ', 'count': 2, 'at': '2026-03-09T10:00:00Z'}", "/item"),
                wrong(
                        "a line end in a line",
                        "{'item': 'lamp\\nBcc: x', 'count': 2, 'at': '2026-03-09T10:00:00Z'}",
                        "/item"),
                wrong(
                        "a line end after a line",
                        "{'item': 'lamp\\n', 'count': 2, 'at': '2026-03-09T10:00:00Z'}",
                        "/item"),
                wrong("a control character in text", with("'note': 'a\\u0007b'"), "/note"),
                wrong("a NUL", with("'note': 'a\\u0000b'"), "/note"),
                wrong("half a character", with("'note': '\\ud83d'"), "/note"),
                wrong(
                        "too long a text",
                        "{'item': '" + "x".repeat(41) + "', 'count': 2, 'at': '2026-03-09T10:00:00Z'}",
                        "/item"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFields")
    void namesTheWrongField(String what, String body, String pointer) {
        assertThat(pointers(send(body))).contains(pointer);
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        List<String> pointers = pointers(
                send(
                        "{'count': '2', 'count': 0, 'at': 'soon', 'colour': 'red', 'contact': {}, 'tags': ['blue'], 'note': '\\u0000'}"));

        assertThat(pointers).contains("/item", "/count", "/at", "/colour", "/contact/email", "/tags/0", "/note");
    }

    @Test
    void neverRepeatsAValue() {
        byte[] answer = send("{'item': 12345678, 'count': 'secret-word', 'at': 'secret-word', 'tags': ['secret-word'],"
                        + " 'contact': {'email': 'secret-word'}, 'note': 'secret-word\\u0000'}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();

        assertThat(new String(answer, StandardCharsets.UTF_8)).doesNotContain("secret-word", "12345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{'item': ",
                "[1, 2",
                "{'item': 'lamp'} {}",
                "{'item': 'lamp',}",
                "{item: 1}",
                "NaN",
                "nul",
                "{'a': 01}",
                "/* no */ {}",
                "{'a': 'line\nend'}"
            })
    void refusesWhatIsNoJson(String body) {
        assertThat(pointers(send(body))).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "'text'", "true"})
    void refusesWhatIsNoObject(String body) {
        assertThat(pointers(send(body))).containsExactly("");
    }

    @Test
    void saysWhereTheSyntaxBreaks() {
        send("{\n  'item': oops}")
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .isEqualTo("The body is not valid JSON (line 2, column 11).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{'a':"})
    void refusesDeepNesting(String opening) {
        assertThat(pointers(send(opening.repeat(10_000)))).containsExactly("");
    }

    @Test
    void refusesEndlessNumbers() {
        assertThat(pointers(send(with("'ratio': 1" + "0".repeat(50_000))))).containsExactly("");
    }

    @Test
    void refusesInvalidUtf8() {
        byte[] body = with("'note': 'x'").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        body[body.length - 3] = (byte) 0xC3;

        assertThat(pointers(send(body))).containsExactly("");
    }

    @Test
    void refusesUtf16() {
        assertThat(pointers(send(GOOD.replace('\'', '"').getBytes(StandardCharsets.UTF_16))))
                .containsExactly("");
    }

    @Test
    void listsAtMostFiftyFaults() {
        StringBuilder body = new StringBuilder("{'x': 1");
        for (int i = 0; i < 3_000; i++) {
            body.append(", 'unknown").append(i).append("': 1");
        }

        assertThat(pointers(send(body.append('}').toString()))).hasSize(50);
    }

    @Test
    void takesABodyOf64Kilobytes() {
        send(ofBytes(64 * 1024)).expectStatus().isCreated();
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024 + 1, 1024 * 1024})
    void refusesALargerBody(int bytes) {
        send(ofBytes(bytes))
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://bodywork.example/problems/too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/merge-patch+json", "application/x-ndjson", "text/plain", "application/cbor"})
    void readsNothingButJson(String mediaType) {
        http.post()
                .uri("/orders")
                .contentType(MediaType.parseMediaType(mediaType))
                .bodyValue(GOOD.getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void asksForABodyThatIsMissing() {
        http.post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .isEqualTo("A body is required.");
    }

    private static Arguments wrong(String what, String body, String pointer) {
        return Arguments.of(what, body, pointer);
    }

    private static String with(String member) {
        return GOOD.replace("}", ", " + member + "}");
    }

    private static String ofBytes(int bytes) {
        String empty = with("'note': ''");
        return empty.replace("''", "'" + "x".repeat(bytes - empty.length()) + "'");
    }

    private WebTestClient.ResponseSpec send(String body) {
        return send(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private WebTestClient.ResponseSpec send(byte[] body) {
        return http.post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static List<String> pointers(WebTestClient.ResponseSpec answer) {
        Refusal refusal = answer.expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(Refusal.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(refusal).errors().stream()
                .map(FieldFault::pointer)
                .toList();
    }

    private record Refusal(List<FieldFault> errors) {}
}
