package org.bodywork.platform.testing.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The topics that {@code topics.yaml} names. */
final class Topics {

    private Topics() {}

    static List<String> names() {
        return topics().stream().map(topic -> topic.path("name").asString()).toList();
    }

    /** The member of the data that would hold the record key: {@code thing id} in the file is {@code thingId}. */
    static String keyMember(String topic) {
        String key = topics().stream()
                .filter(entry -> entry.path("name").asString().equals(topic))
                .map(entry -> entry.path("key").asString())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("topics.yaml does not name " + topic));
        // What follows a comma is about another type on the same topic.
        String[] words = key.split(",", 2)[0].split(" ", -1);
        return Arrays.stream(words)
                .skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", words[0], ""));
    }

    private static List<JsonNode> topics() {
        return List.copyOf(ContractFiles.yaml("topics.yaml").path("topics").values());
    }
}
