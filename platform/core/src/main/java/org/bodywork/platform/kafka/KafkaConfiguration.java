package org.bodywork.platform.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.events.Tail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** Producer, consumers and topics as the contracts ask. Connection and security come from {@code spring.kafka.*}. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({KafkaSettings.class, KafkaProperties.class})
class KafkaConfiguration {

    @Bean
    TopicCatalogue topicCatalogue() {
        return TopicCatalogue.fromContracts();
    }

    @Bean
    EventCodec eventCodec(Environment environment) {
        return new EventCodec(environment.getRequiredProperty("spring.application.name"));
    }

    @Bean
    ProducerFactory<String, byte[]> producerFactory(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A confirmation waits for nobody: batches form by themselves while one is under way.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 12_000);
        return new DefaultKafkaProducerFactory<>(settings);
    }

    @Bean
    KafkaTemplate<String, byte[]> kafkaTemplate(ProducerFactory<String, byte[]> producers) {
        return new KafkaTemplate<>(producers);
    }

    @Bean
    Publisher publisher(KafkaOperations<String, byte[]> kafka, EventCodec codec) {
        return new Publisher(kafka, codec);
    }

    @Bean
    TopicSetup topicSetup(
            TopicCatalogue catalogue, KafkaProperties kafka, KafkaSettings settings, Environment environment) {
        return new TopicSetup(
                catalogue,
                environment.getRequiredProperty("spring.application.name"),
                settings.replication(),
                kafka.buildAdminProperties());
    }

    @Bean
    EventContainers eventContainers(
            ObjectProvider<Subscription> subscriptions,
            ObjectProvider<Tail> tails,
            TopicCatalogue catalogue,
            KafkaProperties kafka,
            KafkaOperations<String, byte[]> operations,
            EventCodec codec,
            MeterRegistry registry) {
        return new EventContainers(
                subscriptions.orderedStream().toList(),
                tails.orderedStream().toList(),
                catalogue,
                consumerSettings(kafka),
                operations,
                codec,
                registry);
    }

    @Bean
    ConsumerHealth consumersHealthIndicator(@Qualifier("eventContainers") EventContainers containers) {
        return new ConsumerHealth(containers);
    }

    private static Map<String, Object> consumerSettings(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        // A killed instance's partitions move on after six seconds, the least a broker allows by default.
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        return settings;
    }
}
