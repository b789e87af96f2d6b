package org.bodywork.allinone;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.bodywork.allinone.deadletters.DeadLetterDesk;
import org.bodywork.allinone.terminal.Trouble;

/** What lies in the broker and has not been handled by all who should. */
final class Backlog implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Admin admin;

    Backlog(String kafkaServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafkaServers));
    }

    /** Whether every service has handled every record of what it reads; dead letters wait for a person, not for time. */
    boolean isEmpty() {
        List<String> groups = await(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(group -> !group.equals(DeadLetterDesk.GROUP))
                .toList();
        return groups.stream().allMatch(this::isUpToDate);
    }

    private boolean isUpToDate(String group) {
        Map<TopicPartition, OffsetAndMetadata> handled =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var ends = await(admin.listOffsets(handled.keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())))
                .all());
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata next = handled.get(end.getKey());
            return next != null && next.offset() >= end.getValue().offset();
        });
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Trouble("The broker does not answer; see ./bodywork status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Asking the broker was interrupted.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
