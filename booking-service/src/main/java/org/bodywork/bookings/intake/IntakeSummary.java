package org.bodywork.bookings.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells answers in the words of the form they were given on. It is for pages that only the treating therapist is shown;
 * each reading has been noted before.
 */
@Component
public final class IntakeSummary {

    private static final String FORM = "requests/intake-2026-1.schema.json";

    private final JsonNode schema = read();

    /**
     * What a client has answered.
     *
     * @param answers JSON, as it was sent
     * @param language a tag
     */
    public Told of(String answers, String language) {
        JsonNode given = JsonMapper.shared().readTree(answers);
        List<String> flags = new ArrayList<>();
        boolean urgent = false;
        for (JsonNode flag : schema.required("x-red-flags")) {
            String field = flag.required("field").asString();
            String value = flag.required("value").asString();
            if (valuesOf(given.path(field)).anyMatch(value::equals)) {
                flags.add(text(field, value, language));
                urgent |= flag.path("urgent").asBoolean(false);
            }
        }
        return new Told(flags, urgent, lines(given, language));
    }

    private List<Line> lines(JsonNode given, String language) {
        return StreamSupport.stream(schema.required("x-order").spliterator(), false)
                .map(JsonNode::asString)
                .filter(field -> !field.equals("consent") && !field.equals("warningSigns"))
                .map(field -> new Line(question(field, language), answer(field, given.path(field), language)))
                .filter(line -> !line.answer().isEmpty())
                .toList();
    }

    private String question(String field, String language) {
        return schema.at("/properties/" + field + "/x-text/" + language).asString("");
    }

    private String answer(String field, JsonNode value, String language) {
        if (value.isNumber()) {
            return value.asInt() + " / "
                    + schema.at("/properties/" + field + "/maximum").asInt();
        }
        return valuesOf(value).map(each -> text(field, each, language)).collect(Collectors.joining(", "));
    }

    /** The words of a choice; what was typed stands for itself. */
    private String text(String field, String value, String language) {
        JsonNode property = schema.at("/properties/" + field);
        String reference = property.path("$ref").asString("");
        JsonNode options = property.has("x-options") || reference.isEmpty()
                ? property.path("x-options")
                : schema.at(reference.substring(1)).path("x-options");
        return options.path(value).path(language).asString(value);
    }

    private static Stream<String> valuesOf(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asString)
                : value.isString() ? Stream.of(value.asString()) : Stream.of();
    }

    private static JsonNode read() {
        try {
            return JsonMapper.shared().readTree(new ClassPathResource(FORM).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Answers in words.
     *
     * @param flags what has to be read before a visit is agreed on
     * @param urgent whether one of them needs a doctor at once
     */
    public record Told(List<String> flags, boolean urgent, List<Line> lines) {

        public Told {
            flags = List.copyOf(flags);
            lines = List.copyOf(lines);
        }

        /** Shows nothing of anybody's health. */
        @Override
        public String toString() {
            return "answers";
        }
    }

    /** A question and its answer. */
    public record Line(String question, String answer) {

        /** Shows nothing of anybody's health. */
        @Override
        public String toString() {
            return "an answer";
        }
    }
}
