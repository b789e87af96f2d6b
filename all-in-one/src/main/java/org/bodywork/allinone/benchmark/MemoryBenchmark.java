package org.bodywork.allinone.benchmark;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.Service;
import org.bodywork.allinone.UpOptions;
import org.bodywork.allinone.benchmark.StoredVisits.Host;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.Client;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.process.Waiting;
import org.bson.Document;
import reactor.core.publisher.Flux;

/**
 * How much heap booking-service needs with 100 000 therapists and a million coming visits, once it has started anew over
 * them and has been asked for as many openings as it can answer for a minute, of one therapist after the other and of
 * areas.
 *
 * <p>A few hundred listings are imported and one visit is booked; the rest are copies of these in booking-service's own
 * database, under ids of their own. The copies count as told, so that no next openings are looked for meanwhile, and of
 * a visit's keys only the therapist's are copied: visits are nowhere but in the database, and are written sooner so.
 */
record MemoryBenchmark() implements Benchmark {

    private static final int THERAPISTS = 100_000;
    private static final int IMPORTED = 500;
    private static final int VISITS_EACH = 10;
    private static final int CONNECTIONS = 16;
    private static final int LOT = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ASKED = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public UpOptions options(UpOptions usual) {
        return usual.measuring(Set.of(Service.THERAPIST, Service.BOOKING));
    }

    @Override
    public void run(Supplier<Bodywork> installation) {
        try (Bodywork bodywork = installation.get()) {
            bodywork.start();
            String csv = VariedListings.csv(0, IMPORTED);
            bodywork.importTherapists("memory", csv);
            List<DemoTherapist> imported = DemoTherapist.in(csv);
            Bookings bookings = new Bookings(bodywork.site().bookings());
            Waiting.until(
                    () -> bookings.know(imported.getLast()),
                    known -> known,
                    PATIENCE,
                    _ -> "booking-service does not know the last therapist");
            try (MongoClient mongo = MongoClients.create(bodywork.databaseAddress())) {
                MongoDatabase database = mongo.getDatabase("bookings");
                long began = System.nanoTime();
                List<Treatment> therapists = copyListings(database);
                copyVisits(bookings, imported.getFirst(), therapists, database);
                System.out.printf(Locale.ROOT, "  written in %.0f s%n", seconds(began));
                measure(bodywork, therapists);
            }
        }
    }

    private static void measure(Bodywork bodywork, List<Treatment> therapists) {
        URI address = bodywork.site().bookings();
        long began = System.nanoTime();
        bodywork.kill(Service.BOOKING);
        bodywork.awaitServing(Service.BOOKING);
        System.out.printf(Locale.ROOT, "  serves again %.1f s after a kill%n", seconds(began));
        tell("at the start", bodywork);
        Load load = new Load(address, CONNECTIONS);
        LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        IntFunction<String> weeks =
                number -> therapists.get(number % therapists.size()).week(from);
        ask("a week of one after the other", load, weeks);
        tell("after these", bodywork);
        IntFunction<String> areas = number -> "/api/openings?area=%s&minutes=60&from=%s&to=%s&after=%s"
                .formatted(
                        number % 2 == 0 ? "st-louis" : "lakewood",
                        from,
                        from.plusDays(6),
                        therapists.get(number % therapists.size()).therapist());
        ask("a week of fifty therapists, wherever the list is begun", load, areas);
        tell("after these", bodywork);
    }

    private static void ask(String what, Load load, IntFunction<String> questions) {
        Load.Rate rate = load.fullSpeed(new AtomicInteger(), questions, ASKED);
        System.out.printf(Locale.ROOT, "  %s: %d answers, %.0f a second%n", what, rate.answers(), rate.perSecond());
    }

    private static void tell(String when, Bodywork bodywork) {
        System.out.printf(
                Locale.ROOT,
                "  %s: heap %d MB after a collection; %s%n",
                when,
                bodywork.heapAfterCollection(Service.BOOKING),
                bodywork.memoryWithoutFiles(Service.BOOKING));
    }

    private static List<Treatment> copyListings(MongoDatabase database) {
        MongoCollection<Document> listings = database.getCollection("listings");
        List<Document> originals =
                Flux.from(listings.find()).collectList().blockOptional(PATIENCE).orElseThrow();
        Date tomorrow = Date.from(Instant.now().plus(Duration.ofDays(1)));
        List<Treatment> all =
                new ArrayList<>(originals.stream().map(Treatment::of).toList());
        for (int copy = 1; all.size() < THERAPISTS; copy++) {
            int number = copy;
            List<Document> copies =
                    originals.stream().map(listing -> copyOf(listing, number)).toList();
            insert(
                    database.getCollection("nextOpenings"),
                    copies.stream()
                            .map(listing -> new Document("_id", listing.getString("_id"))
                                    .append("sequence", 0L)
                                    .append("due", tomorrow)));
            insert(listings, copies.stream());
            copies.stream().map(Treatment::of).forEach(all::add);
        }
        System.out.printf(Locale.ROOT, "  %d listings%n", all.size());
        return all;
    }

    /** The same under other ids, wherever one stands. */
    private static Document copyOf(Document listing, int number) {
        return Document.parse(ID.matcher(listing.toJson())
                .replaceAll(id -> UUID.nameUUIDFromBytes((number + id.group()).getBytes(StandardCharsets.UTF_8))
                        .toString()));
    }

    private static void copyVisits(
            Bookings bookings, DemoTherapist first, List<Treatment> therapists, MongoDatabase database) {
        LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        StoredVisits pattern = new StoredVisits(
                database.getCollection("appointments"),
                bookings.book(first, bookings.openings(first, soon, 14).getFirst(), Client.byEmailOnly("Bench Mark"))
                        .id());
        pattern.writeVeryMany(therapists.stream()
                .skip(1)
                .flatMap(therapist -> IntStream.range(0, VISITS_EACH)
                        .mapToObj(turn -> onlyTherapistsKeys(pattern.of(
                                therapist.host(),
                                soon.plusDays(1 + 5L * turn)
                                        .atTime(LocalTime.of(18, 0))
                                        .toInstant(ZoneOffset.UTC))))));
        System.out.printf(Locale.ROOT, "  %d coming visits%n", (therapists.size() - 1L) * VISITS_EACH);
    }

    private static Document onlyTherapistsKeys(Document visit) {
        visit.put(
                "occupied",
                visit.getList("occupied", String.class).stream()
                        .filter(key -> key.startsWith("therapist:"))
                        .toList());
        return visit;
    }

    private static void insert(MongoCollection<Document> into, Stream<Document> documents) {
        Flux.fromStream(documents)
                .buffer(LOT)
                .flatMap(lot -> into.insertMany(lot, new InsertManyOptions().ordered(false)), 2)
                .blockLast(Duration.ofMinutes(10));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** What can be asked for. */
    private record Treatment(Host host, String treatment) {

        static Treatment of(Document listing) {
            String treatment = listing.get("state", Document.class)
                    .getList("treatments", Document.class)
                    .getFirst()
                    .getString("id");
            return new Treatment(Host.of(listing), treatment);
        }

        String therapist() {
            return host.therapist();
        }

        String week(LocalDate from) {
            return "/api/openings?therapistId=%s&treatmentId=%s&from=%s&to=%s"
                    .formatted(host.therapist(), treatment, from, from.plusDays(6));
        }
    }
}
