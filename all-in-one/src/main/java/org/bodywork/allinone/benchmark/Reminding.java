package org.bodywork.allinone.benchmark;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.benchmark.PlannedReminders.Due;
import org.bodywork.allinone.benchmark.ToldVisits.Visit;
import org.bodywork.allinone.data.Keys;
import org.bodywork.allinone.process.Waiting;
import org.bodywork.platform.devservices.web.HttpPort;
import org.bodywork.platform.devservices.web.Reply;
import org.bodywork.platform.devservices.web.Routes;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A notification-service that runs, with everything around it. */
final class Reminding implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Counting what is due is work for the database too. */
    private static final Duration BETWEEN_COUNTS = Duration.ofMillis(500);

    /** Its reminders are far from now and from the night. */
    private static final Duration LATER = Duration.ofDays(10);

    private final Bodywork bodywork;
    private final MongoClient mongo;
    private final ToldVisits told;
    private final HttpPort owner;
    private final Map<String, Instant> starts = new ConcurrentHashMap<>();

    Reminding(Bodywork bodywork) {
        this.bodywork = bodywork;
        this.mongo = MongoClients.create(bodywork.databaseAddress());
        this.told = new ToldVisits(bodywork.brokerAddress(), bodywork.keys().get(Keys.EVENT_KEYSET));
        this.owner = HttpPort.open(
                "127.0.0.1",
                bodywork.ports().booking(),
                new Routes()
                        .on(
                                "GET",
                                "/internal/appointments/{id}/state",
                                request -> Reply.json(200, state(request.variable("id")))));
        told.practice();
        await("the practice", "practices", new Document("_id", ToldVisits.PRACTICE), 1);
    }

    /** As booking-service answers: every visit stands where it was told to be. */
    private Map<String, String> state(String id) {
        return Map.of(
                "status",
                "CONFIRMED",
                "start",
                starts.getOrDefault(id, Instant.EPOCH).toString());
    }

    Bodywork bodywork() {
        return bodywork;
    }

    MongoDatabase database() {
        return mongo.getDatabase("notifications");
    }

    ToldVisits told() {
        return told;
    }

    Receipts receipts() {
        return new Receipts(bodywork.site().messages());
    }

    /** At noon, where it is noon now. */
    static Instant inTenDays() {
        return Instant.now()
                .plus(LATER)
                .atZone(Daytime.zone())
                .with(LocalTime.NOON)
                .toInstant();
    }

    /** Has one visit planned by the service, to be copied. */
    PlannedReminders pattern() {
        Visit visit = Visit.number(0, inTenDays());
        told.corrected(visit);
        await("its reminders", "notifications", new Document("appointmentId", visit.id()), 4);
        await("the visit", "visits", new Document("_id", visit.id()), 1);
        return new PlannedReminders(database(), visit.id());
    }

    /** What booking-service is to answer for it. */
    void expect(Due due) {
        starts.put(due.visit(), due.start());
    }

    /** Waits until all that is due by now has ended. */
    void awaitSent(String what) {
        Waiting.until(
                () -> {
                    pause(BETWEEN_COUNTS);
                    return count("notifications", Filters.lte("due", Instant.now()));
                },
                open -> open == 0,
                PATIENCE,
                open -> open + " " + what + " have not ended");
    }

    /** How what these visits were to be told has ended, such as {@code SENT=10000}. */
    Map<String, Long> ends(Collection<String> visits) {
        return Flux.from(database()
                        .getCollection("notifications")
                        .find(Filters.in("appointmentId", visits))
                        .projection(Projections.include("progress.state", "progress.reason")))
                .toStream()
                .collect(Collectors.groupingBy(
                        each -> String.join(
                                " ",
                                each.get("progress", Document.class).values().stream()
                                        .map(String::valueOf)
                                        .toList()),
                        TreeMap::new,
                        Collectors.counting()));
    }

    void await(String what, String collection, Bson which, long count) {
        Waiting.until(
                () -> count(collection, which), found -> found >= count, PATIENCE, found -> found + " of " + what);
    }

    long count(String collection, Bson which) {
        MongoCollection<Document> all = database().getCollection(collection);
        return Mono.from(which.equals(Filters.empty()) ? all.estimatedDocumentCount() : all.countDocuments(which))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    /** Returns once all that was written lies on the disk. */
    void flush() {
        Mono.from(mongo.getDatabase("admin").runCommand(new Document("fsync", 1)))
                .block(PATIENCE);
    }

    static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        owner.close();
        told.close();
        mongo.close();
    }
}
