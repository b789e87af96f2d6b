package org.bodywork.platform.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far a consumer group has come, all its instances together; the broker is asked, so what it says is true now. */
final class GroupProgress implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 1_000;

    private final TopicCatalogue catalogue;
    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    /**
     * Asks with the same connection settings as the consumers.
     *
     * @param consumerSettings what else they hold is of no use here
     */
    GroupProgress(TopicCatalogue catalogue, Map<String, Object> consumerSettings) {
        this.catalogue = catalogue;
        this.settings = new HashMap<>(consumerSettings);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    }

    /** Whether the group has not handled all there is, or the broker does not say. */
    boolean isBehind(String topic, String group) {
        try {
            // First how far it has come: what arrives in between counts as waiting.
            Map<TopicPartition, OffsetAndMetadata> handled = admin().listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin().listOffsets(latest(topic)).all().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return ends.entrySet().stream()
                    .anyMatch(end -> end.getValue().offset() > offset(handled.get(end.getKey())));
        } catch (ExecutionException | TimeoutException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static long offset(@Nullable OffsetAndMetadata handled) {
        return handled == null ? 0 : handled.offset();
    }

    private Map<TopicPartition, OffsetSpec> latest(String topic) {
        return IntStream.range(0, catalogue.partitionsOf(topic))
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    /** It may be asked again afterwards. */
    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofMillis(PATIENCE_MILLIS));
            admin = null;
        }
    }
}
