package org.bodywork.allinone.benchmark;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.Service;
import org.bodywork.allinone.UpOptions;
import org.bodywork.allinone.journey.Booked;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.Client;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.process.Waiting;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How many bookings are taken a second over HTTP, until the last event is out, as a share of bare inserts of the same
 * document with the same indexes and write concern through the same driver; what an attempt costs where many want one
 * slot; and whether 10 000 attempts on 100 slots over two instances give each of them to one client.
 *
 * <p>Every client is another one, so no limit is met, and none is lifted.
 */
record BookingsBenchmark() implements Benchmark {

    private static final int THERAPISTS = 3_000;

    /** One of each practice, so that nobody waits for a colleague's room. */
    private static final int PER_PRACTICE = 5;

    private static final int CLIENTS = 32;
    private static final int CROWD = 64;
    private static final int WARM_UP = 6_000;
    private static final int MEASURED = 10_000;
    private static final int BARE_ROUNDS = 6;
    private static final int BARE_EACH = 1_000;
    private static final int CROWD_ATTEMPTS = 4_000;
    private static final int SLOTS = 100;
    private static final int ATTEMPTS = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Longer than a treatment of an hour and its buffer of a quarter, on a grid of half an hour. */
    private static final Duration APART = Duration.ofMinutes(90);

    @Override
    public UpOptions options(UpOptions usual) {
        return usual.measuring(Set.of(Service.THERAPIST, Service.BOOKING));
    }

    @Override
    public void run(Supplier<Bodywork> installation) {
        try (Bodywork bodywork = installation.get()) {
            bodywork.start();
            String csv = VariedListings.csv(0, THERAPISTS);
            bodywork.importTherapists("bookings", csv);
            List<DemoTherapist> all = DemoTherapist.in(csv);
            Bookings bookings = new Bookings(bodywork.site().bookings());
            Waiting.until(
                    () -> bookings.know(all.getLast()),
                    known -> known,
                    PATIENCE,
                    _ -> "booking-service does not know the last therapist");
            Slots slots = new Slots(bookings, all);
            try (MongoClient mongo = MongoClients.create(bodywork.databaseAddress())) {
                measure(bodywork, slots, mongo.getDatabase("bookings"));
            }
        }
    }

    private static void measure(Bodywork bodywork, Slots slots, MongoDatabase database) {
        URI here = bodywork.site().bookings();
        MongoCollection<Document> appointments = database.getCollection("appointments");
        book(here, CLIENTS, WARM_UP, slots::next);
        awaitTold(appointments);

        double raw = raw(database, pattern(here, slots, appointments));
        long began = System.nanoTime();
        Map<Integer, Integer> outcome = book(here, CLIENTS, MEASURED, slots::next);
        double answered = MEASURED / seconds(began);
        awaitTold(appointments);
        double told = MEASURED / seconds(began);
        double rawAgain = raw(database, pattern(here, slots, appointments));
        System.out.printf(
                Locale.ROOT,
                "  bare inserts %.0f and %.0f a second; bookings with %d clients %.0f, until all are told %.0f: %.2f of it; %s%n",
                raw,
                rawAgain,
                CLIENTS,
                answered,
                told,
                2 * told / (raw + rawAgain),
                outcome);

        crowd(here, slots, appointments);
        twoInstances(bodywork, slots, appointments);
    }

    private static void crowd(URI here, Slots slots, MongoCollection<Document> appointments) {
        book(here, CROWD, CROWD_ATTEMPTS / 4, sameAlways(slots.next()));
        long began = System.nanoTime();
        Map<Integer, Integer> free = book(here, CROWD, CROWD_ATTEMPTS, slots::next);
        awaitTold(appointments);
        double onFree = CROWD_ATTEMPTS / seconds(began);
        began = System.nanoTime();
        Map<Integer, Integer> one = book(here, CROWD, CROWD_ATTEMPTS, sameAlways(slots.next()));
        awaitTold(appointments);
        double onOne = CROWD_ATTEMPTS / seconds(began);
        System.out.printf(
                Locale.ROOT,
                "  %d clients: on free slots %.0f attempts a second %s, on one slot %.0f %s: %.2f times the cost%n",
                CROWD,
                onFree,
                free,
                onOne,
                one,
                onFree / onOne);
    }

    private static void twoInstances(Bodywork bodywork, Slots slots, MongoCollection<Document> appointments) {
        List<URI> instances = List.of(bodywork.site().bookings(), bodywork.startAnother(Service.BOOKING));
        List<Slot> wanted =
                IntStream.range(0, SLOTS).mapToObj(_ -> slots.next()).toList();
        List<Integer> turns = new ArrayList<>(
                IntStream.range(0, ATTEMPTS).mapToObj(turn -> turn % SLOTS).toList());
        Collections.shuffle(turns, new Random(7));
        AtomicInteger turn = new AtomicInteger();
        long began = System.nanoTime();
        Map<Integer, Integer> outcome =
                book(instances, CROWD, ATTEMPTS, () -> wanted.get(turns.get(turn.getAndIncrement())));
        double seconds = seconds(began);
        awaitTold(appointments);
        System.out.printf(
                Locale.ROOT,
                "  %d attempts on %d slots over two instances: %s in %.1f s%n",
                ATTEMPTS,
                SLOTS,
                outcome,
                seconds);
    }

    private static Supplier<Slot> sameAlways(Slot slot) {
        return () -> slot;
    }

    private static Map<Integer, Integer> book(URI service, int clients, int attempts, Supplier<Slot> slots) {
        return book(List.of(service), clients, attempts, slots);
    }

    /** How often each status was answered. */
    private static Map<Integer, Integer> book(List<URI> services, int clients, int attempts, Supplier<Slot> slots) {
        Map<Integer, Integer> outcome = new ConcurrentHashMap<>();
        AtomicInteger left = new AtomicInteger(attempts);
        new Load(services, clients).onAll(connection -> {
            while (left.getAndDecrement() > 0) {
                outcome.merge(slots.get().book(connection), 1, Integer::sum);
            }
        });
        return new TreeMap<>(outcome);
    }

    /** The outbox is empty when no document is waiting for a relay. */
    private static void awaitTold(MongoCollection<Document> appointments) {
        Waiting.until(
                () -> Mono.from(appointments.countDocuments(Filters.exists("relay.until")))
                        .blockOptional(PATIENCE)
                        .orElseThrow(),
                waiting -> waiting == 0,
                PATIENCE,
                waiting -> waiting + " bookings have not been told");
    }

    private static StoredVisits pattern(URI here, Slots slots, MongoCollection<Document> appointments) {
        Slot slot = slots.next();
        Booked booked = new Bookings(here).book(slot.therapist(), slot.start(), Client.byEmailOnly("Bench Mark"));
        return new StoredVisits(appointments, booked.id());
    }

    /** As many clients, each with one insert under way, into a collection with the same indexes. */
    private static double raw(MongoDatabase database, StoredVisits pattern) {
        MongoCollection<Document> bare =
                database.getCollection("bare").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        Mono.from(bare.drop()).block(PATIENCE);
        Flux.from(pattern.collection().listIndexes())
                .filter(index -> !"_id_".equals(index.getString("name")))
                .concatMap(index -> bare.createIndex(
                        index.get("key", Document.class),
                        new IndexOptions()
                                .unique(Boolean.TRUE.equals(index.getBoolean("unique")))
                                .sparse(Boolean.TRUE.equals(index.getBoolean("sparse")))))
                .blockLast(PATIENCE);
        insert(bare, documents(pattern));
        double seconds = 0;
        for (int round = 0; round < BARE_ROUNDS; round++) {
            List<Document> documents = documents(pattern);
            long began = System.nanoTime();
            insert(bare, documents);
            seconds += seconds(began);
        }
        double rate = 1.0 * BARE_ROUNDS * BARE_EACH / seconds;
        Mono.from(bare.drop()).block(PATIENCE);
        return rate;
    }

    private static List<Document> documents(StoredVisits pattern) {
        return IntStream.range(0, BARE_EACH)
                .mapToObj(_ -> pattern.of(StoredVisits.Host.nobodyKnown(), Instant.EPOCH.plus(Duration.ofDays(20_000))))
                .toList();
    }

    private static void insert(MongoCollection<Document> bare, List<Document> documents) {
        Flux.fromIterable(documents).flatMap(bare::insertOne, CLIENTS).blockLast(PATIENCE);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** A start that can be booked, with whom. */
    private record Slot(DemoTherapist therapist, OffsetDateTime start) {

        /** Asked for by somebody new. */
        int book(KeptConnection connection) {
            String json = """
                    {"therapistId": "%s", "treatmentId": "%s", "start": "%s",
                     "client": {"name": "Bench Mark", "email": "%s@client.example"},
                     "consent": {"email": true, "sms": false}}
                    """.formatted(therapist.therapistId(), therapist.treatmentId(), start, UUID.randomUUID());
            return connection.post("/api/appointments", "Idempotency-Key: " + UUID.randomUUID() + "\r\n", json);
        }
    }

    /** Starts that do not get in each other's way, in no order, each handed out once. */
    private static final class Slots {

        private final List<Slot> left = new ArrayList<>();

        Slots(Bookings bookings, List<DemoTherapist> therapists) {
            LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(2);
            for (int each = 0; each < therapists.size(); each += PER_PRACTICE) {
                DemoTherapist therapist = therapists.get(each);
                OffsetDateTime last = OffsetDateTime.MIN;
                for (OffsetDateTime start : bookings.openings(therapist, from, 60)) {
                    if (!last.isAfter(start.minus(APART))) {
                        left.add(new Slot(therapist, start));
                        last = start;
                    }
                }
            }
            Collections.shuffle(left, new Random(42));
            System.out.println("  " + left.size() + " slots");
        }

        synchronized Slot next() {
            return left.removeLast();
        }
    }
}
