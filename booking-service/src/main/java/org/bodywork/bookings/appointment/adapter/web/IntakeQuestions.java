package org.bodywork.bookings.appointment.adapter.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bodywork.bookings.appointment.application.GivenIntake;
import org.bodywork.platform.web.BodyReader;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws the form from its schema, and makes of what a page sends the same answers that the API takes. */
@Component
final class IntakeQuestions {

    private static final String VERSION = "version";

    private final JsonNode schema;
    private final IntakeForm form;
    private final BodyReader reader;

    IntakeQuestions(IntakeForm form, BodyReader reader) {
        this.schema = JsonMapper.shared().readTree(form.text());
        this.form = form;
        this.reader = reader;
    }

    /** How a question is answered. */
    enum Kind {
        WORDS,
        SCALE,
        ONE,
        MANY,
        CONSENT
    }

    record Option(String value, String text) {}

    /**
     * One question, and what was answered so far.
     *
     * @param fault the key of the sentence that says what is wrong with the answer; empty where nothing is
     */
    record Question(
            String name,
            Kind kind,
            String text,
            boolean required,
            List<Option> options,
            List<String> given,
            String fault) {

        /** Public, since the page asks. */
        public boolean isGiven(String value) {
            return given.contains(value);
        }
    }

    /** The form in that language, in its order. */
    List<Question> in(String language, MultiValueMap<String, String> given, Set<String> wrong) {
        Set<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        List<Question> questions = new ArrayList<>();
        for (JsonNode name : schema.required("x-order")) {
            JsonNode field = resolved(schema.at("/properties/" + name.asString()));
            Kind kind = kindOf(field);
            questions.add(new Question(
                    name.asString(),
                    kind,
                    field.at("/x-text/" + language).asString(),
                    // Nothing ticked is an answer too.
                    required.contains(name.asString()) && kind != Kind.MANY,
                    optionsOf(field, kind, language),
                    given.getOrDefault(name.asString(), List.of()),
                    wrong.contains(name.asString()) ? "intake.fault." + kind.name() : ""));
        }
        return questions;
    }

    /** What was asked and what was answered, in words; what was left out is not there. */
    List<Answered> answered(String answers, String language) {
        JsonNode given = JsonMapper.shared().readTree(answers);
        List<Answered> shown = new ArrayList<>();
        for (JsonNode name : schema.required("x-order")) {
            JsonNode field = resolved(schema.at("/properties/" + name.asString()));
            JsonNode answer = given.path(name.asString());
            Kind kind = kindOf(field);
            if (!answer.isMissingNode() && kind != Kind.CONSENT) {
                Map<String, String> options = optionsOf(field, kind, language).stream()
                        .collect(Collectors.toMap(Option::value, Option::text));
                shown.add(new Answered(
                        field.at("/x-text/" + language).asString(),
                        (answer.isArray() ? answer.valueStream() : Stream.of(answer))
                                .map(JsonNode::asString)
                                .map(each -> options.getOrDefault(each, each))
                                .toList()));
            }
        }
        return shown;
    }

    /** A question and its answer, which may be several things or none of those offered. */
    record Answered(String question, List<String> answers) {}

    /**
     * The answers of a page's form.
     *
     * @throws InvalidRequest naming every field that is wrong
     */
    GivenIntake read(MultiValueMap<String, String> given) {
        byte[] body = answers(given).toString().getBytes(StandardCharsets.UTF_8);
        return form.given(reader.read(body, IntakeAnswers.class).answers());
    }

    /** The same, not checked yet. */
    ObjectNode answers(MultiValueMap<String, String> given) {
        ObjectNode answers = JsonMapper.shared().createObjectNode();
        answers.put(VERSION, schema.at("/properties/version/const").asString());
        for (JsonNode name : schema.required("x-order")) {
            JsonNode field = resolved(schema.at("/properties/" + name.asString()));
            put(answers, name.asString(), kindOf(field), given.getOrDefault(name.asString(), List.of()));
        }
        return answers;
    }

    /** What the questions are called, in their order. */
    List<String> names() {
        return StreamSupport.stream(schema.required("x-order").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** The fields that a refusal names. */
    static Set<String> wrongIn(InvalidRequest refusal) {
        return refusal.faults().stream()
                .map(fault -> fault.pointer().split("/", -1))
                .filter(path -> path.length > 1)
                .map(path -> path[1])
                .collect(Collectors.toSet());
    }

    private static void put(ObjectNode answers, String name, Kind kind, List<String> given) {
        String first = given.isEmpty() ? "" : given.getFirst().strip();
        switch (kind) {
            case MANY -> {
                ArrayNode several = answers.putArray(name);
                given.forEach(several::add);
            }
            case CONSENT -> answers.put(name, first.equals("true"));
            case SCALE -> putNumber(answers, name, first);
            case WORDS, ONE -> {
                if (!first.isEmpty()) {
                    answers.put(name, first);
                }
            }
        }
    }

    /** What is no number is left as it is, and refused as such. */
    private static void putNumber(ObjectNode answers, String name, String given) {
        if (given.matches("[0-9]{1,3}")) {
            answers.put(name, Integer.parseInt(given));
        } else if (!given.isEmpty()) {
            answers.put(name, given);
        }
    }

    private JsonNode resolved(JsonNode field) {
        JsonNode reference = field.path("$ref");
        if (reference.isMissingNode()) {
            return field;
        }
        ObjectNode whole = ((ObjectNode) schema.at(reference.asString().substring(1))).deepCopy();
        whole.setAll((ObjectNode) field);
        return whole;
    }

    private static Kind kindOf(JsonNode field) {
        if (field.has("const")) {
            return Kind.CONSENT;
        }
        if (field.has("enum")) {
            return Kind.ONE;
        }
        return switch (field.path("type").asString()) {
            case "array" -> Kind.MANY;
            case "integer" -> Kind.SCALE;
            default -> Kind.WORDS;
        };
    }

    private static List<Option> optionsOf(JsonNode field, Kind kind, String language) {
        if (kind == Kind.SCALE) {
            List<Option> steps = new ArrayList<>();
            for (int step = field.path("minimum").asInt();
                    step <= field.path("maximum").asInt();
                    step++) {
                steps.add(new Option(Integer.toString(step), Integer.toString(step)));
            }
            return steps;
        }
        Map<String, String> words = new LinkedHashMap<>();
        field.path("x-options")
                .properties()
                .forEach(option -> words.put(
                        option.getKey(), option.getValue().path(language).asString()));
        return words.entrySet().stream()
                .map(option -> new Option(option.getKey(), option.getValue()))
                .toList();
    }
}
