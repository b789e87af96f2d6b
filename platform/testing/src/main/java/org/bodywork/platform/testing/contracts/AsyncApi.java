package org.bodywork.platform.testing.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Which event types {@code asyncapi.yaml} lets travel on which topic. */
final class AsyncApi {

    private static final String MESSAGES = "#/components/messages/";

    private final JsonNode file;
    private final Map<String, List<String>> topicsByType;

    private AsyncApi(JsonNode file) {
        this.file = file;
        this.topicsByType = topicsByType(file);
    }

    static AsyncApi published() {
        return Holder.PUBLISHED;
    }

    Set<String> types() {
        return topicsByType.keySet();
    }

    String topicOf(String type) {
        return topicsByType.getOrDefault(type, List.of()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic carries " + type));
    }

    /** The topics that carry each type; a good contract has one. */
    Map<String, List<String>> topicsByType() {
        return topicsByType;
    }

    List<String> topics() {
        return file.path("channels").values().stream()
                .map(channel -> channel.path("address").asString())
                .toList();
    }

    JsonNode message(String type) {
        return file.path("components").path("messages").values().stream()
                .filter(message -> message.path("name").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<String>> topicsByType(JsonNode file) {
        var topics = new TreeMap<String, List<String>>();
        JsonNode messages = file.path("components").path("messages");
        messages.values().forEach(message -> topics.put(message.path("name").asString(), new ArrayList<>()));
        for (JsonNode channel : file.path("channels").values()) {
            for (JsonNode carried : channel.path("messages").values()) {
                String key = carried.path("$ref").asString().substring(MESSAGES.length());
                topics.computeIfAbsent(messages.path(key).path("name").asString(), _ -> new ArrayList<>())
                        .add(channel.path("address").asString());
            }
        }
        return topics;
    }

    private static final class Holder {

        static final AsyncApi PUBLISHED = new AsyncApi(ContractFiles.yaml("asyncapi.yaml"));
    }
}
