package org.bodywork.platform.testing.contracts;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event made of a published example, changed where a test needs it; immutable. It need not fit the schema: tests
 * send broken ones too.
 */
public final class ExampleEvent {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventContract contract;
    private final ObjectNode data;

    private ExampleEvent(EventContract contract, ObjectNode data) {
        this.contract = contract;
        this.data = data;
    }

    /**
     * The published example of that name.
     *
     * @param type the {@code ce_type}
     * @param example such as {@code full}
     */
    public static ExampleEvent of(String type, String example) {
        EventContract contract = EventContract.of(type);
        return new ExampleEvent(
                contract, (ObjectNode) JSON.readTree(contract.example(example).json()));
    }

    /**
     * The same with another value in one place.
     *
     * @param pointer a JSON pointer whose parent is there, such as {@code /sequence} or {@code /treatments/0/id}
     * @param value anything that JSON can be made of
     */
    public ExampleEvent with(String pointer, Object value) {
        ObjectNode changed = data.deepCopy();
        var place = JsonPointer.compile(pointer);
        JsonNode parent = changed.at(place.head());
        JsonNode node = JSON.valueToTree(value);
        switch (parent) {
            case ObjectNode object -> object.set(place.last().getMatchingProperty(), node);
            case ArrayNode array -> array.set(place.last().getMatchingIndex(), node);
            default -> throw new IllegalArgumentException("%s has no place %s".formatted(contract.type(), pointer));
        }
        return new ExampleEvent(contract, changed);
    }

    /** The same without one member of the data. */
    public ExampleEvent without(String member) {
        ObjectNode changed = data.deepCopy();
        changed.remove(member);
        return new ExampleEvent(contract, changed);
    }

    /** The same fact about something else. */
    public ExampleEvent withId(Object id) {
        return with("/id", id.toString());
    }

    /** The same thing's earlier or later state. */
    public ExampleEvent withSequence(long sequence) {
        return with("/sequence", sequence);
    }

    public String type() {
        return contract.type();
    }

    public String topic() {
        return contract.topic();
    }

    /** The data's member that topics.yaml names as the key, else its id. */
    public String key() {
        String named = Topics.keyMember(topic());
        return member(named)
                .or(() -> member("id"))
                .orElseThrow(
                        () -> new IllegalStateException("%s: neither %s nor id in the data".formatted(type(), named)));
    }

    /** What the event is about: the id of the data; where it has none, the key. */
    public String subject() {
        return member("id").orElseGet(this::key);
    }

    /** Names the event: the same for the same state of the same thing. */
    public String id() {
        return member("id")
                .flatMap(id -> member("sequence").map(sequence -> id + "-" + sequence))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    public String json() {
        return data.toString();
    }

    private Optional<String> member(String name) {
        return data.optional(name).map(JsonNode::asString);
    }
}
