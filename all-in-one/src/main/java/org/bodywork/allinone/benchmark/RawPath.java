package org.bodywork.allinone.benchmark;

import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bodywork.allinone.benchmark.ToldVisits.Visit;
import org.bodywork.allinone.data.Keys;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** From Kafka, one write that is as durable as the service's, a message to the SMS server, and nothing else. */
final class RawPath implements AutoCloseable {

    private static final String TOPIC = "raw";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final MongoCollection<Document> written;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI messages;
    private final String credentials;
    private final Thread thread;
    private volatile boolean open = true;

    RawPath(Reminding reminding) {
        String kafka = reminding.bodywork().brokerAddress();
        createTopic(kafka);
        Keys keys = reminding.bodywork().keys();
        String account = keys.get(Keys.TWILIO_ACCOUNT);
        this.messages = URI.create("http://localhost:%d/2010-04-01/Accounts/%s/Messages.json"
                .formatted(reminding.bodywork().ports().twilio(), account));
        this.credentials = "Basic "
                + Base64.getEncoder()
                        .encodeToString((account + ":" + keys.get(Keys.TWILIO_TOKEN)).getBytes(StandardCharsets.UTF_8));
        this.written =
                reminding.database().getCollection("raw").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new StringSerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "group.id", "raw", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        this.thread = Thread.ofPlatform().name("raw").start(this::follow);
    }

    private static void createTopic(String kafka) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 6, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topic could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    void tell(Visit visit) {
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(TOPIC, visit.id(), visit.phone()));
    }

    private void follow() {
        consumer.subscribe(List.of(TOPIC));
        while (open) {
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                Mono.from(written.insertOne(new Document("_id", record.key()).append("to", record.value())))
                        .block(PATIENCE);
                send(record.value());
            }
        }
        consumer.close();
    }

    private void send(String to) {
        String form = "To=%s&From=%s&Body=%s"
                .formatted(encoded(to), encoded("+13145550100"), encoded("Bench Mark: visit confirmed, see you then."));
        HttpRequest request = HttpRequest.newBuilder(messages)
                .header("Authorization", credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 201) {
                throw new IllegalStateException("the SMS server answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        open = false;
        try {
            if (!thread.join(PATIENCE)) {
                throw new IllegalStateException("it did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
        client.close();
    }
}
