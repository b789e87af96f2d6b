package org.bodywork.bookings.appointment.adapter.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bodywork.bookings.appointment.application.GivenIntake;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form that is asked before a first visit: one JSON Schema, which pages draw it from, answers are checked against,
 * and which says what its red flags are. A new version is a new file.
 */
@Component
final class IntakeForm {

    /** The schema among those of request bodies. */
    static final String SCHEMA = "intake-2026-1";

    private final String text = read();
    private final JsonNode schema = JsonMapper.shared().readTree(text);
    private final List<RedFlag> flags = StreamSupport.stream(
                    schema.required("x-red-flags").spliterator(), false)
            .map(flag -> new RedFlag(
                    flag.required("field").asString(),
                    flag.required("value").asString(),
                    flag.path("urgent").asBoolean(false)))
            .toList();

    /** The form as it is served. */
    String text() {
        return text;
    }

    /** Takes answers that fit the schema. */
    GivenIntake given(JsonNode answers) {
        List<RedFlag> raised = flags.stream().filter(flag -> flag.isIn(answers)).toList();
        return new GivenIntake(
                answers.required("version").asString(),
                answers.toString(),
                !raised.isEmpty(),
                raised.stream().anyMatch(RedFlag::urgent));
    }

    private static String read() {
        try {
            return new ClassPathResource("requests/" + SCHEMA + ".schema.json")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record RedFlag(String field, String value, boolean urgent) {

        boolean isIn(JsonNode answers) {
            JsonNode answer = answers.path(field);
            return answer.isArray()
                    ? StreamSupport.stream(answer.spliterator(), false).anyMatch(this::matches)
                    : matches(answer);
        }

        private boolean matches(JsonNode answer) {
            return answer.isString() && answer.asString().equals(value);
        }
    }
}
