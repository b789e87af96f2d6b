package org.bodywork.platform.testing.contracts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract of one event type, for the tests of both sides.
 *
 * <pre>{@code
 * // producer: what is really published
 * EventContract.of("org.bodywork.thing.changed.v1").assertFits(event.json());
 *
 * // consumer: every example, also with fields added later
 * EventContract.of("org.bodywork.thing.changed.v1").assertReadBy(json -> EventJson.read(json, ThingChanged.class));
 * }</pre>
 */
public final class EventContract {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ADDED_LATER = "addedLater";

    private final String type;

    private EventContract(String type) {
        this.type = type;
    }

    /**
     * The contract of a type that AsyncAPI names.
     *
     * @param type its {@code ce_type}
     */
    public static EventContract of(String type) {
        if (!AsyncApi.published().types().contains(type)) {
            throw new IllegalArgumentException("asyncapi.yaml has no message " + type);
        }
        return new EventContract(type);
    }

    /** All event types that are published. */
    public static Set<String> types() {
        return new TreeSet<>(AsyncApi.published().types());
    }

    public String type() {
        return type;
    }

    /** The topic that events of this type travel on. */
    public String topic() {
        return AsyncApi.published().topicOf(type);
    }

    /** Data to be accepted. */
    public List<Example> examples() {
        return ContractFiles.matching("examples/" + type + "/*.json")
                .map(file -> new Example(file.name(), file.text()))
                .toList();
    }

    /** The accepted data of that name, such as {@code minimal} or {@code full}. */
    public Example example(String name) {
        return examples().stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no example %s".formatted(type, name)));
    }

    /** Data to be refused: each must end in the topic's dead letters, never in a half-read state. */
    public List<Example> rejectedExamples() {
        return ContractFiles.matching("examples/rejected/" + type + "/*.json")
                .map(file -> new Example(file.name(), file.text()))
                .toList();
    }

    /** Makes sure that the data a producer sends is as published. */
    public void assertFits(String json) {
        List<String> faults = Schemas.faults(type, json);
        if (!faults.isEmpty()) {
            throw new AssertionError("Not as the schema of %s says: %s".formatted(type, faults));
        }
    }

    /**
     * Makes sure that a consumer reads every example, and reads the same where each object has a field that it does not
     * know.
     *
     * @param reader makes the consumer's own record, with value equality, of the data
     */
    public void assertReadBy(Function<String, ?> reader) {
        for (Example example : examples()) {
            Object read = reader.apply(example.json());
            Object readWithMore = reader.apply(withUnknownFields(example.json()));
            if (!read.equals(readWithMore)) {
                throw new AssertionError("A field added later changes what is read from example %s of %s"
                        .formatted(example.name(), type));
            }
        }
    }

    static String withUnknownFields(String json) {
        JsonNode data = JSON.readTree(json);
        addTo(data);
        return data.toString();
    }

    private static void addTo(JsonNode node) {
        node.forEach(EventContract::addTo);
        if (node instanceof ObjectNode object) {
            object.putObject(ADDED_LATER).put("by", "a newer producer");
        }
    }
}
