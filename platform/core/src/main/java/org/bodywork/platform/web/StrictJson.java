package org.bodywork.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a body into a tree: UTF-8 only, plain RFC 8259, bounded depth, names and numbers.
 *
 * <p>What breaks the syntax ends the reading. What only makes a value unusable (a name twice, a number beyond a double,
 * text no database can hold) is noted as a fault of that value, so that it is answered together with the others.
 */
final class StrictJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNameLength(200)
                    .maxNumberLength(40)
                    .build())
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final List<FieldFault> faults;

    private StrictJson(JsonParser parser, List<FieldFault> faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /**
     * The tree, with faults of single values added to the list.
     *
     * @throws InvalidRequest if there is no tree to speak of
     */
    static JsonNode read(byte[] body, List<FieldFault> faults) {
        String text = decode(body);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new InvalidRequest("", "The body is empty.");
            }
            JsonNode root = new StrictJson(parser, faults).value(JsonPointer.empty());
            if (parser.nextToken() != null) {
                throw syntaxFault("The body goes on after its JSON value", parser.currentTokenLocation());
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw syntaxFault(
                    "The body is nested too deeply, or holds a name or number that is too long", e.getLocation());
        } catch (JacksonException e) {
            throw syntaxFault("The body is not valid JSON", e.getLocation());
        }
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidRequest("", "The body is not valid UTF-8.");
        }
    }

    private static InvalidRequest syntaxFault(String what, @Nullable TokenStreamLocation where) {
        String place = where == null ? "" : " (line %d, column %d)".formatted(where.getLineNr(), where.getColumnNr());
        return new InvalidRequest("", what + place + ".");
    }

    private JsonNode value(JsonPointer at) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> text(at);
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> fraction(at);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object(JsonPointer at) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonPointer member = at.appendProperty(name);
            if (!isStorable(name)) {
                faults.add(new FieldFault(at.toString(), "A field's name holds a character that cannot be stored."));
            }
            if (object.has(name)) {
                faults.add(new FieldFault(member.toString(), "This field is there more than once."));
            }
            parser.nextToken();
            object.set(name, value(member));
        }
        return object;
    }

    private ArrayNode array(JsonPointer at) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(at.appendIndex(array.size())));
        }
        return array;
    }

    private JsonNode text(JsonPointer at) {
        String text = parser.getString();
        if (!isStorable(text)) {
            faults.add(new FieldFault(at.toString(), "This text holds a character that cannot be stored."));
        }
        return NODES.stringNode(text);
    }

    private JsonNode integer() {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** As a double: exact decimals travel as text, and 1e999999999 never becomes a number of that many digits. */
    private JsonNode fraction(JsonPointer at) {
        double number = parser.getDoubleValue();
        if (Double.isInfinite(number)) {
            faults.add(new FieldFault(at.toString(), "This number is too large."));
        }
        return NODES.numberNode(number);
    }

    /** No NUL, and no half of a surrogate pair. */
    private static boolean isStorable(String text) {
        return text.codePoints().allMatch(point -> point != 0 && Character.getType(point) != Character.SURROGATE);
    }
}
