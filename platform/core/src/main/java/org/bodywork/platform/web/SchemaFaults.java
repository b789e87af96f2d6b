package org.bodywork.platform.web;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/** What a schema's verdict means in plain sentences, which never repeat the value that was sent. */
final class SchemaFaults {

    /** Verdicts that only sum up others reported beside them. */
    private static final Set<String> SUMMARIES = Set.of("allOf", "if", "$ref", "properties", "items");

    private SchemaFaults() {}

    static List<FieldFault> of(List<Error> errors) {
        return errors.stream()
                .filter(error -> !SUMMARIES.contains(error.getKeyword()))
                .map(SchemaFaults::fault)
                .distinct()
                .toList();
    }

    private static FieldFault fault(Error error) {
        return new FieldFault(pointer(error), error.isCustomMessage() ? error.getMessage() : sentence(error));
    }

    /** A missing or unknown field is named itself, not the object around it. */
    private static String pointer(Error error) {
        String at = error.getInstanceLocation().toString();
        String property = error.getProperty();
        return property == null
                ? at
                : JsonPointer.compile(at).appendProperty(property).toString();
    }

    private static String sentence(Error error) {
        return switch (Objects.requireNonNullElse(error.getKeyword(), "")) {
            case "required", "dependentRequired" -> "This field is required.";
            case "additionalProperties", "unevaluatedProperties", "notAllowed", "false" ->
                "This field is not known here.";
            case "type" -> "Must be " + typeName(argument(error, 1)) + ".";
            case "enum" -> "Must be one of " + bare(argument(error, 0)) + ".";
            case "const" -> "Must be " + bare(argument(error, 0)) + ".";
            case "minLength" -> "Must have at least " + argument(error, 0) + " characters.";
            case "maxLength" -> "Must have at most " + argument(error, 0) + " characters.";
            case "minimum" -> "Must be at least " + argument(error, 0) + ".";
            case "maximum" -> "Must be at most " + argument(error, 0) + ".";
            case "exclusiveMinimum" -> "Must be more than " + argument(error, 0) + ".";
            case "exclusiveMaximum" -> "Must be less than " + argument(error, 0) + ".";
            case "multipleOf" -> "Must be a multiple of " + argument(error, 0) + ".";
            case "minItems" -> "Must have at least " + argument(error, 0) + " items.";
            case "maxItems" -> "Must have at most " + argument(error, 0) + " items.";
            case "uniqueItems" -> "Must not hold the same item twice.";
            case "minProperties" -> "Must have at least " + argument(error, 0) + " fields.";
            case "maxProperties" -> "Must have at most " + argument(error, 0) + " fields.";
            case "oneOf", "anyOf" -> "Must fit exactly one of the forms that are possible here.";
            case "format" -> "Must be " + formatName(argument(error, 0)) + ".";
            case "pattern" -> "Does not have the form that is expected here.";
            default -> "Is not valid here.";
        };
    }

    private static String argument(Error error, int index) {
        Object[] arguments = error.getArguments();
        return arguments != null && index < arguments.length ? String.valueOf(arguments[index]) : "something else";
    }

    private static String typeName(String type) {
        return switch (type) {
            case "object" -> "an object";
            case "array" -> "an array";
            case "integer" -> "a whole number";
            case "null" -> "null";
            default -> type.startsWith("[") ? "one of " + bare(type) : "a " + type;
        };
    }

    private static String formatName(String format) {
        return switch (format) {
            case "date-time" -> "a date and time with offset, such as 2026-03-09T10:00:00-05:00";
            case "date" -> "a date, such as 2026-03-09";
            case "time" -> "a time with offset, such as 10:00:00-05:00";
            case "email" -> "an email address";
            case "uuid" -> "a UUID";
            case "uri" -> "an absolute URI";
            default -> "a valid " + format;
        };
    }

    /** A list or text as the schema holds it, without JSON's brackets and quotes. */
    private static String bare(String json) {
        return json.replaceAll("[\\[\\]\"]", "").replaceAll(",\\s*", ", ");
    }
}
