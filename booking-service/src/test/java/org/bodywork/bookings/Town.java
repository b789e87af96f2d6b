package org.bodywork.bookings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Lets therapists and practices move into town: published as therapist-service does, and waited for. */
@TestComponent
public class Town {

    public static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Publisher publisher;
    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;

    Town(Publisher publisher, ReactiveMongoTemplate mongo, BusinessClock clock) {
        this.publisher = publisher;
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Publishes the listing and returns once the service knows it. */
    public TherapistInTown settle(TherapistInTown therapist) {
        publish("practices", "org.bodywork.practice.changed.v1", therapist.practiceId(), 1, therapist.practiceJson());
        publish(therapist);
        awaitKnown("listings", therapist.id(), therapist.sequence());
        awaitKnown("practices", therapist.practiceId(), 1);
        return therapist;
    }

    /** Gives the therapist's practice a slug that no other practice has, and tells which. */
    public String nameAlone(TherapistInTown therapist) {
        String slug = "brickyard-" + therapist.practiceId();
        publish(
                "practices",
                "org.bodywork.practice.changed.v1",
                therapist.practiceId(),
                2,
                therapist
                        .practiceJson()
                        .replace("\"brickyard\"", '"' + slug + '"')
                        .replace("\"sequence\": 1", "\"sequence\": 2"));
        awaitKnown("practices", therapist.practiceId(), 2);
        return slug;
    }

    public void publish(TherapistInTown therapist) {
        publish(
                "therapists",
                "org.bodywork.therapist.changed.v1",
                therapist.id(),
                therapist.sequence(),
                therapist.json());
    }

    public void publish(String topic, String type, String id, long sequence, String json) {
        publish(topic, type, id, id, sequence, json);
    }

    private void publish(String topic, String type, String key, String id, long sequence, String json) {
        publisher.publish(List.of(new Event(topic, key, type, id, sequence, clock.now(), json)), PATIENCE);
    }

    /** Tells what became of a message, and returns once the service knows it. */
    void tell(ToldDelivery delivery) {
        String json = delivery.json(clock.now());
        publish("deliveries", "org.bodywork.notification.delivery.v1", delivery.visit(), delivery.id(), 1, json);
        awaitKnown("deliveries", delivery.id(), 1);
    }

    /** Returns once everything published before about that therapist has been handled: records of a key keep order. */
    public void awaitAllHandled(TherapistInTown therapist) {
        TherapistInTown marker = TherapistInTown.bookedInstantly();
        publish(
                "therapists",
                "org.bodywork.therapist.changed.v1",
                therapist.id(),
                marker.id(),
                marker.sequence(),
                marker.json());
        awaitKnown("listings", marker.id(), marker.sequence());
    }

    public void awaitKnown(String collection, String id, long sequence) {
        Await.until(
                collection + " knows " + id + " at " + sequence,
                () -> sequenceOf(collection, id),
                known -> known >= sequence);
    }

    private long sequenceOf(String collection, String id) {
        Document found = mongo.findOne(Query.query(Criteria.where("_id").is(id)), Document.class, collection)
                .block(PATIENCE);
        return found == null ? 0 : found.get("sequence", Number.class).longValue();
    }

    /** A date two weeks ahead, where neither notice nor horizon of an ordinary listing is in the way. */
    public LocalDate inTwoWeeks() {
        return clock.now().atZone(ZONE).toLocalDate().plusWeeks(2);
    }

    static String id() {
        return UUID.randomUUID().toString();
    }
}
