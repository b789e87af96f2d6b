package org.bodywork.platform.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All topics there are, read from {@code contracts/topics.yaml}. */
public final class TopicCatalogue {

    private final String deadLetterSuffix;
    private final Duration deadLettersKept;
    private final List<Topic> topics;

    private TopicCatalogue(String deadLetterSuffix, Duration deadLettersKept, List<Topic> topics) {
        this.deadLetterSuffix = deadLetterSuffix;
        this.deadLettersKept = deadLettersKept;
        this.topics = topics;
    }

    public static TopicCatalogue fromContracts() {
        try (InputStream file = TopicCatalogue.class.getClassLoader().getResourceAsStream("contracts/topics.yaml")) {
            if (file == null) {
                throw new IllegalStateException("contracts/topics.yaml is not on the class path");
            }
            Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            Map<?, ?> deadLetters = (Map<?, ?>) required(yaml, "deadLetters");
            return new TopicCatalogue(
                    (String) required(deadLetters, "suffix"),
                    Duration.parse((String) required(deadLetters, "retention")),
                    ((List<?>) required(yaml, "topics"))
                            .stream().map(entry -> topic((Map<?, ?>) entry)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int partitionsOf(String topic) {
        return topic(topic).partitions();
    }

    boolean hasDeadLetters(String topic) {
        return topic(topic).deadLetter();
    }

    private Topic topic(String name) {
        return topics.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("topics.yaml does not name " + name));
    }

    public String deadLetterTopicOf(String topic) {
        return topic + deadLetterSuffix;
    }

    /** The topics that this service produces or consumes, with the dead-letter topics of those it consumes. */
    List<Topic> of(String service) {
        return topics.stream()
                .filter(topic -> topic.concerns(service))
                .flatMap(topic -> topic.deadLetter()
                        ? Stream.of(topic, topic.deadLetters(deadLetterSuffix, deadLettersKept))
                        : Stream.of(topic))
                .toList();
    }

    private static Topic topic(Map<?, ?> entry) {
        return new Topic(
                (String) required(entry, "name"),
                (Integer) required(entry, "partitions"),
                retention(entry.get("retention")),
                (Boolean) required(entry, "compacted"),
                (Boolean) required(entry, "deadLetter"),
                names(required(entry, "producers")),
                names(required(entry, "consumers")));
    }

    private static @Nullable Duration retention(@Nullable Object value) {
        return value == null ? null : Duration.parse((String) value);
    }

    private static List<String> names(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    private static Object required(Map<?, ?> entry, String name) {
        Object value = entry.get(name);
        if (value == null) {
            throw new IllegalStateException("topics.yaml: an entry lacks " + name);
        }
        return value;
    }
}
