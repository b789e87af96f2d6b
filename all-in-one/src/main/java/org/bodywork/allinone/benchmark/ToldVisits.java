package org.bodywork.allinone.benchmark;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells of visits as booking-service would, and of their practice. */
final class ToldVisits implements AutoCloseable {

    static final String TOPIC = "appointments";
    static final String PRACTICE = "1df0850d-92ef-315e-8438-a4d7da368d81";

    private static final String CONFIRMED = "org.bodywork.appointment.confirmed.v1";
    private static final String CORRECTED = "org.bodywork.appointment.corrected.v1";
    private static final String PRACTICE_CHANGED = "org.bodywork.practice.changed.v1";

    private final KafkaProducer<String, byte[]> producer;
    private final Aead aead;

    ToldVisits(String kafka, String keyset) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
        this.aead = aead(keyset);
    }

    /** A visit of a client whom nobody else is. */
    record Visit(String id, Instant start, String email, String phone, boolean byEmail) {

        static Visit number(int number, Instant start) {
            return new Visit(
                    UUID.randomUUID().toString(),
                    start,
                    "bench-%d@client.example".formatted(number),
                    phone(number),
                    true);
        }

        static String phone(int number) {
            return "+1314%07d".formatted(2_000_000 + number);
        }

        Visit byTextOnly() {
            return new Visit(id, start, email, phone, false);
        }
    }

    /** The client hears of it at once. */
    void confirmed(Visit visit) {
        tell(visit, CONFIRMED);
    }

    /** Nobody hears of it; the reminders are planned. */
    void corrected(Visit visit) {
        tell(visit, CORRECTED);
    }

    void practice() {
        send("practices", PRACTICE, PRACTICE_CHANGED, """
                {"id": "%s", "sequence": 1, "status": "PUBLISHED", "claimed": true, "slug": "bench-mark",
                 "name": "Bench Mark", "kind": "CLINIC", "demo": true, "locations": []}""".formatted(PRACTICE));
    }

    private void tell(Visit visit, String type) {
        send(TOPIC, visit.id(), type, """
                {"id": "%s", "sequence": 2, "timeRevision": 1, "status": "CONFIRMED", "practiceId": "%s",
                 "therapistId": "bc48df4a-ea4b-3308-9836-034100afb563",
                 "locationId": "59854300-e173-367e-a355-36f35aef7746", "clientRef": "%s",
                 "start": "%s", "end": "%s", "localStart": "%s", "zone": "%s", "actor": {"kind": "CLIENT"},
                 "intakeNeeded": false, "reviewNeeded": false, "late": false, "at": "%s", "sealed": "%s"}""".formatted(
                        visit.id(),
                        PRACTICE,
                        UUID.randomUUID(),
                        visit.start(),
                        visit.start().plus(Duration.ofHours(1)),
                        visit.start()
                                .atZone(Daytime.zone())
                                .toLocalDateTime()
                                .withSecond(0)
                                .withNano(0),
                        Daytime.zone(),
                        Instant.now(),
                        seal(visit, type)));
    }

    private String seal(Visit visit, String type) {
        String contact = """
                {"client": {"name": "Bench Mark", "email": "%s", "phone": "%s", "locale": "en"},
                 "consent": {"email": %s, "sms": true, "at": "%s", "wording": "2026-01"},
                 "manageUrl": "http://localhost:8080/manage/%s"}""".formatted(
                        visit.email(),
                        visit.phone(),
                        visit.byEmail(),
                        Instant.now(),
                        visit.id().replace("-", "") + "0123456789a");
        try {
            byte[] binding = (visit.id() + "|" + type).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(aead.encrypt(contact.getBytes(StandardCharsets.UTF_8), binding));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    private void send(String topic, String key, String type, String json) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/benchmark",
                        "ce_type",
                        type,
                        "ce_subject",
                        key,
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Future<RecordMetadata> _ = producer.send(record);
    }

    private static Aead aead(String keyset) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the installation's keyset cannot be read", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
