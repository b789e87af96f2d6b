package org.bodywork.platform.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.Metric;
import org.bodywork.platform.events.Backlog;
import org.bodywork.platform.events.EventSchemas;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.events.Tail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.kafka.support.TopicPartitionOffset.SeekPosition;

/** Runs a listener container on virtual threads for each {@link Subscription} and each {@link Tail}. */
final class EventContainers implements SmartLifecycle, Backlog {

    private static final Logger log = LoggerFactory.getLogger(EventContainers.class);
    private static final long PATIENCE_AT_END_MILLIS = 20_000;

    private final TopicCatalogue catalogue;
    private final Map<String, Object> consumerSettings;
    private final KafkaOperations<String, byte[]> kafka;
    private final EventCodec codec;
    private final EventSchemas schemas = new EventSchemas();
    private final MeterRegistry registry;
    private final GroupProgress progress;
    private final List<AbstractMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();
    private volatile boolean running;

    EventContainers(
            List<Subscription> subscriptions,
            List<Tail> tails,
            TopicCatalogue catalogue,
            Map<String, Object> consumerSettings,
            KafkaOperations<String, byte[]> kafka,
            EventCodec codec,
            MeterRegistry registry) {
        this.catalogue = catalogue;
        this.consumerSettings = consumerSettings;
        this.kafka = kafka;
        this.codec = codec;
        this.registry = registry;
        this.progress = new GroupProgress(catalogue, consumerSettings);
        tails.forEach(tail -> containers.add(following(tail)));
        subscriptions.forEach(subscription -> {
            containers.add(subscribed(subscription));
            Gauge.builder("events.behind", () -> behind(subscription.topic()))
                    .description("Records that wait in the partition furthest behind")
                    .tag("topic", subscription.topic())
                    .register(registry);
        });
    }

    @Override
    public boolean isBehind(String topic) {
        List<String> groups = containers.stream()
                .filter(container -> reads(container, topic))
                .map(AbstractMessageListenerContainer::getGroupId)
                .toList();
        return groups.isEmpty() || groups.stream().anyMatch(group -> progress.isBehind(topic, group));
    }

    /** How many records wait in the partition that is furthest behind. */
    private double behind(String topic) {
        return containers.stream()
                .filter(container -> reads(container, topic))
                .flatMap(container -> container.metrics().values().stream())
                .<Metric>flatMap(metrics -> metrics.values().stream())
                .filter(metric -> metric.metricName().name().equals("records-lag-max"))
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                // Not a number where nothing has been fetched of late.
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private static boolean reads(AbstractMessageListenerContainer<String, byte[]> container, String topic) {
        String[] topics = container.getContainerProperties().getTopics();
        return topics != null && List.of(topics).contains(topic);
    }

    /** Whether every consumer thread is alive; a dead one makes the instance worth restarting. */
    List<String> dead() {
        return containers.stream()
                .filter(container -> running && (!container.isRunning() || !container.isInExpectedState()))
                .map(AbstractMessageListenerContainer::getListenerId)
                .toList();
    }

    private ConcurrentMessageListenerContainer<String, byte[]> subscribed(Subscription subscription) {
        String group = subscription.service() + "-" + subscription.topic();
        ContainerProperties properties = new ContainerProperties(subscription.topic());
        properties.setGroupId(group);
        properties.setAckMode(AckMode.BATCH);
        ConcurrentMessageListenerContainer<String, byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers(), properties);
        container.setConcurrency(subscription.threads());
        return setUp(
                container,
                group,
                new EventListener(codec, schemas, subscription.handler(), () -> {}, registry),
                catalogue.hasDeadLetters(subscription.topic())
                        ? ListenerErrors.deadLettering(kafka, catalogue, registry)
                        : ListenerErrors.passingOver(() -> {}, registry));
    }

    private KafkaMessageListenerContainer<String, byte[]> following(Tail tail) {
        SeekPosition begin = tail.fromBeginning() ? SeekPosition.BEGINNING : SeekPosition.END;
        ContainerProperties properties =
                new ContainerProperties(IntStream.range(0, catalogue.partitionsOf(tail.topic()))
                        .mapToObj(partition -> new TopicPartitionOffset(tail.topic(), partition, begin))
                        .toArray(TopicPartitionOffset[]::new));
        // Never shared with another instance and never committed.
        properties.setGroupId("tail-" + UUID.randomUUID());
        properties.setAckMode(AckMode.MANUAL);
        return setUp(
                new KafkaMessageListenerContainer<>(consumers(), properties),
                "tail-" + tail.topic(),
                new EventListener(codec, schemas, tail.handler(), tail.onUnreadable(), registry),
                ListenerErrors.passingOver(tail.onUnreadable(), registry));
    }

    private <C extends AbstractMessageListenerContainer<String, byte[]>> C setUp(
            C container, String name, EventListener listener, CommonErrorHandler errors) {
        ContainerProperties properties = container.getContainerProperties();
        properties.setMessageListener(listener);
        properties.setListenerTaskExecutor(virtualThreads(name));
        properties.setStopImmediate(true);
        properties.setLogContainerConfig(false);
        container.setBeanName(name);
        container.setCommonErrorHandler(errors);
        return container;
    }

    private ConsumerFactory<String, byte[]> consumers() {
        return new DefaultKafkaConsumerFactory<>(consumerSettings);
    }

    private static SimpleAsyncTaskExecutor virtualThreads(String name) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name + "-");
        executor.setVirtualThreads(true);
        return executor;
    }

    @Override
    public void start() {
        running = true;
        containers.forEach(AbstractMessageListenerContainer::start);
    }

    /** Each finishes the record it is at, commits, and leaves what else it has fetched to the next to come. */
    @Override
    public void stop() {
        running = false;
        progress.close();
        CountDownLatch ended = new CountDownLatch(containers.size());
        containers.forEach(container -> container.stop(ended::countDown));
        try {
            if (!ended.await(PATIENCE_AT_END_MILLIS, TimeUnit.MILLISECONDS)) {
                log.warn("a record was still being handled at the end; it will be delivered again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before due work and relay, which publish what its last records caused. */
    @Override
    public int getPhase() {
        return 300;
    }
}
