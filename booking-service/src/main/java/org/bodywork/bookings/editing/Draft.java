package org.bodywork.bookings.editing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in a form, as text, right or wrong: a tree whose leaves are texts. A field is called like the JSON pointer of
 * what it becomes ({@code treatments.0.name}), so that a fault finds its field. Lines that were left blank or are to go
 * are gone from it already: what is drawn again has the numbers that were sent on.
 */
record Draft(ObjectNode tree) {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,30}(\\.([a-zA-Z]{1,30}|[0-9]{1,3})){0,5}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern BETWEEN = Pattern.compile("[,\\n]");

    private static final String REMOVE = "remove";

    private static final Set<String> NUMBERS = Set.of(
            "minutes",
            "bufferMinutes",
            "years",
            "noticeMinutes",
            "horizonDays",
            "gridMinutes",
            "requestMinutes",
            "cancellationCutoffMinutes",
            "visitsADay",
            "handsOnMinutesADay",
            "handsOnMinutes",
            "breakMinutes");

    private static final Set<String> FLAGS = Set.of("instant", "roomNeeded", "required", "federal");
    private static final Set<String> LISTS = Set.of("languages", "modalities", "photos", "rooms");

    /** What is sent even when it is empty. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("feeText");

    /** What tells a line that was filled in from one that is only offered. */
    private static final Map<String, Set<String>> TELLING = Map.of(
            "treatments", Set.of("name", "minutes", "price"),
            "credentials", Set.of("name", "number"),
            "conditions", Set.of("years"),
            "hours", Set.of("from", "to"),
            "ranges", Set.of("from", "to"),
            "overrides", Set.of("date", "ranges"),
            "versions", Set.of("validFrom", "hours"));

    /** What was typed. Whatever is called otherwise than our fields is not looked at. */
    static Draft typed(MultiValueMap<String, String> form) {
        ObjectNode tree = JSON.createObjectNode();
        form.forEach((name, values) -> {
            if (NAME.matcher(name).matches() && !values.isEmpty()) {
                put(tree, name.split("\\.", -1), text(name, values));
            }
        });
        return new Draft((ObjectNode) compact("", tree));
    }

    /** What is stored, ready to be drawn. */
    static Draft of(ObjectNode stored) {
        return new Draft((ObjectNode) texts("", stored));
    }

    /** Of a box to tick both the hidden no and the yes are sent: the last one counts. */
    private static String text(String name, List<String> values) {
        String leaf = name.substring(name.lastIndexOf('.') + 1);
        return LISTS.contains(leaf)
                ? values.stream()
                        .map(value -> Objects.requireNonNullElse(value, ""))
                        .filter(value -> !value.isBlank())
                        .collect(Collectors.joining("\n"))
                : Objects.requireNonNullElse(values.getLast(), "").strip().replace("\r\n", "\n");
    }

    private static void put(ObjectNode tree, String[] path, String text) {
        ObjectNode at = tree;
        for (int step = 0; step < path.length - 1; step++) {
            if (!(at.get(path[step]) instanceof ObjectNode)) {
                at.putObject(path[step]);
            }
            at = (ObjectNode) at.get(path[step]);
        }
        at.put(path[path.length - 1], text);
    }

    /** Numbered parts become lists, in order, without what is blank. */
    private static JsonNode compact(String name, JsonNode node) {
        if (!(node instanceof ObjectNode parts)) {
            return node;
        }
        boolean numbered = !parts.isEmpty()
                && parts.propertyStream()
                        .allMatch(part -> NUMBER.matcher(part.getKey()).matches());
        if (!numbered) {
            ObjectNode whole = JSON.createObjectNode();
            parts.forEachEntry((key, value) -> whole.set(key, compact(key, value)));
            return whole;
        }
        Map<Integer, JsonNode> inOrder = new TreeMap<>();
        parts.forEachEntry((key, value) -> inOrder.put(Integer.valueOf(key), compact(name, value)));
        ArrayNode list = JSON.createArrayNode();
        inOrder.values().stream().filter(line -> !isToGo(name, line)).forEach(list::add);
        return list;
    }

    private static boolean isToGo(String name, JsonNode line) {
        if (line.isString()) {
            return line.asString().isBlank();
        }
        Set<String> telling = TELLING.getOrDefault(name, Set.of());
        return line.path(REMOVE).asString("").equals("true")
                || (!telling.isEmpty() && telling.stream().allMatch(field -> isBlank(line.path(field))));
    }

    private static boolean isBlank(JsonNode node) {
        if (node instanceof ObjectNode parts) {
            // The currency is not typed.
            return parts.propertyStream()
                    .filter(part -> !part.getKey().equals("currency"))
                    .allMatch(part -> isBlank(part.getValue()));
        }
        return node.isArray() ? node.isEmpty() : node.asString("").isBlank();
    }

    private static JsonNode texts(String name, JsonNode node) {
        if (node instanceof ObjectNode parts) {
            ObjectNode whole = JSON.createObjectNode();
            parts.forEachEntry((key, value) -> whole.set(key, texts(key, value)));
            return whole;
        }
        if (node instanceof ArrayNode list && LISTS.contains(name)) {
            return JSON.getNodeFactory()
                    .stringNode(list.valueStream().map(JsonNode::asString).collect(Collectors.joining("\n")));
        }
        if (node instanceof ArrayNode list) {
            ArrayNode lines = JSON.createArrayNode();
            list.forEach(line -> lines.add(texts(name, line)));
            return lines;
        }
        return JSON.getNodeFactory().stringNode(node.asString());
    }

    /** The text at a name such as {@code treatments.0.name}; empty where there is none. */
    String at(String name) {
        return tree.at("/" + name.replace('.', '/')).asString("");
    }

    /** How many lines a list has. */
    int count(String name) {
        return tree.at("/" + name.replace('.', '/')).size();
    }

    /**
     * The whole of what is stored with this part of it as it was typed. What is no number or date is sent as it is:
     * therapist-service says so, at its field.
     */
    ObjectNode over(ObjectNode stored, Part part) {
        ObjectNode whole = stored.deepCopy();
        for (String field : part.fields()) {
            whole.remove(field);
            JsonNode typed = tree.get(field);
            JsonNode value = typed == null ? null : value(field, typed);
            if (value != null) {
                whole.set(field, value);
            } else if (part.lists().contains(field)) {
                whole.putArray(field);
            }
        }
        return whole;
    }

    private static @Nullable JsonNode value(String name, JsonNode typed) {
        if (typed instanceof ObjectNode parts) {
            ObjectNode whole = JSON.createObjectNode();
            parts.forEachEntry((key, part) -> {
                JsonNode value = key.equals(REMOVE) ? null : value(key, part);
                if (value != null) {
                    whole.set(key, value);
                }
            });
            return whole.isEmpty() ? null : whole;
        }
        if (typed instanceof ArrayNode lines) {
            ArrayNode list = JSON.createArrayNode();
            lines.forEach(line -> {
                JsonNode value = value(name, line);
                list.add(value == null ? JSON.createObjectNode() : value);
            });
            return list;
        }
        return leaf(name, typed.asString());
    }

    private static @Nullable JsonNode leaf(String name, String text) {
        if (LISTS.contains(name)) {
            List<String> several = several(text);
            ArrayNode list = JSON.createArrayNode();
            several.forEach(list::add);
            // Any room will do where none is named.
            return name.equals("rooms") && several.isEmpty() ? null : list;
        }
        if (text.isBlank() && !MAY_BE_EMPTY.contains(name)) {
            return null;
        }
        if (NUMBERS.contains(name) && WHOLE.matcher(text).matches()) {
            return JSON.getNodeFactory().numberNode(Integer.parseInt(text));
        }
        return FLAGS.contains(name)
                ? JSON.getNodeFactory().booleanNode(text.equals("true"))
                : JSON.getNodeFactory().stringNode(text);
    }

    /** What is written with commas or on lines of its own. */
    static List<String> several(String text) {
        return Arrays.stream(BETWEEN.split(text, -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    /** Says nothing of what was typed. */
    @Override
    public String toString() {
        return "a draft";
    }
}
