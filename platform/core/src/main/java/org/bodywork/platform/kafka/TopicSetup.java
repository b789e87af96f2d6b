package org.bodywork.platform.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates, where missing, the topics that this service produces or consumes. */
public final class TopicSetup {

    private static final long PATIENCE_SECONDS = 10;

    private final TopicCatalogue catalogue;
    private final String service;
    private final short replication;
    private final Map<String, Object> connection;

    public TopicSetup(TopicCatalogue catalogue, String service, short replication, Map<String, Object> connection) {
        this.catalogue = catalogue;
        this.service = service;
        this.replication = replication;
        this.connection = connection;
    }

    /**
     * Blocks; returns once all of them are there.
     *
     * @throws ExecutionException when the broker refuses
     * @throws TimeoutException when it does not answer
     */
    public void create() throws InterruptedException, ExecutionException, TimeoutException {
        try (Admin admin = Admin.create(connection)) {
            Set<String> present = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = catalogue.of(service).stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic -> topic.asNew(replication))
                    .toList();
            for (var creation : admin.createTopics(missing).values().values()) {
                awaitUnlessPresent(creation);
            }
        }
    }

    // Another service may have been quicker with a topic we share.
    private static void awaitUnlessPresent(KafkaFuture<Void> creation)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            creation.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
