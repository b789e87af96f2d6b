package org.bodywork.allinone.deadletters;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bodywork.allinone.terminal.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What can be done about dead letters.
 *
 * @param kafkaServers where the broker is
 */
public record DeadLetterDesk(String kafkaServers) {

    /** The consumer group whose offsets say which letters were dealt with. */
    public static final String GROUP = "bodywork-dead-letters";

    private static final long PATIENCE_SECONDS = 20;

    /**
     * Shows each letter nobody has dealt with.
     *
     * @param topic the topic it could not be handled in; null for all
     * @return how many there are
     */
    public int list(@Nullable String topic, Consumer<String> lines) {
        AtomicInteger count = new AtomicInteger();
        try (DeadLetters letters = new DeadLetters(kafkaServers)) {
            letters.forEach(topic == null ? letters.topics() : known(letters, topic), letter -> {
                lines.accept(letter.inWords());
                count.incrementAndGet();
            });
        }
        return count.get();
    }

    /**
     * Publishes each letter once more where it failed. Who handled it the first time knows it and leaves it alone.
     *
     * @return how many
     */
    public int replay(String topic) {
        AtomicInteger count = new AtomicInteger();
        try (DeadLetters letters = new DeadLetters(kafkaServers);
                KafkaProducer<byte[], byte[]> producer = producer()) {
            letters.forEach(known(letters, topic), letter -> {
                publish(producer, letter);
                // Only then, so that a crash in between repeats a letter and loses none.
                letters.remember(letter);
                count.incrementAndGet();
            });
        }
        return count.get();
    }

    /**
     * Gives up each letter; it stays in the topic until that forgets it, but is not shown or sent again.
     *
     * @return how many
     */
    public int discard(String topic) {
        AtomicInteger count = new AtomicInteger();
        try (DeadLetters letters = new DeadLetters(kafkaServers)) {
            letters.forEach(known(letters, topic), letter -> {
                letters.remember(letter);
                count.incrementAndGet();
            });
        }
        return count.get();
    }

    private static Set<String> known(DeadLetters letters, String topic) {
        String deadLetters = topic.endsWith(DeadLetter.SUFFIX) ? topic : topic + DeadLetter.SUFFIX;
        if (!letters.topics().contains(deadLetters)) {
            throw new Trouble("There is no topic %s; there are %s."
                    .formatted(deadLetters, letters.topics().stream().sorted().toList()));
        }
        return Set.of(deadLetters);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafkaServers, ProducerConfig.ACKS_CONFIG, "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void publish(KafkaProducer<byte[], byte[]> producer, DeadLetter letter) {
        try {
            producer.send(letter.forReplay()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Trouble("The broker does not take the event; see ./bodywork status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Sending again was interrupted.", e);
        }
    }
}
