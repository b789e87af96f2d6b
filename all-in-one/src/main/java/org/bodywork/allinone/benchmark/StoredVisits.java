package org.bodywork.allinone.benchmark;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Visits written straight into booking-service's database, in the shape of one that was booked over HTTP, so that they
 * follow that shape whatever becomes of it.
 */
final class StoredVisits {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 1_000;
    private static final int WRITERS = 2;
    private static final long CELL_SECONDS = 300;
    private static final long DAY_SECONDS = 86_400;

    private static final Set<String> KEPT = Set.of("_id_", "due_1", "relay.until_1");

    private final MongoCollection<Document> appointments;
    private final Document pattern;
    private final Instant start;

    /** As the visit with that id. */
    StoredVisits(MongoCollection<Document> appointments, String id) {
        this.appointments = appointments;
        this.pattern = Mono.from(appointments.find(Filters.eq("_id", id)))
                .blockOptional(PATIENCE)
                .orElseThrow();
        this.start = pattern.getDate("start").toInstant();
    }

    MongoCollection<Document> collection() {
        return appointments;
    }

    /** One more, of a client of its own. */
    Document of(Host host, Instant otherStart) {
        Document copy = new Document(pattern);
        String client = UUID.randomUUID().toString();
        Duration later = Duration.between(start, otherStart);
        copy.put("_id", UUID.randomUUID().toString());
        for (String unique : List.of("requestKey", "secretHash", "clientKey", "clientRef")) {
            copy.put(unique, unique + client);
        }
        copy.put("practiceId", host.practice());
        copy.put("locationId", host.location());
        copy.put("start", Date.from(otherStart));
        copy.put("end", Date.from(pattern.getDate("end").toInstant().plus(later)));
        copy.put(
                "parts",
                pattern.getList("parts", Document.class).stream()
                        .map(part -> new Document(part).append("therapistId", host.therapist()))
                        .toList());
        long cells = later.toSeconds() / CELL_SECONDS;
        copy.put("occupied", keys(host, client, cells));
        copy.put("takenAt", host.practice() + "|" + Math.floorDiv(otherStart.getEpochSecond(), DAY_SECONDS));
        copy.put("taken", taken(host, client, cells));
        return copy;
    }

    /** Keys of time move with the visit; the numbers of limits are of the new client. */
    private List<String> keys(Host host, String client, long cells) {
        return pattern.getList("occupied", String.class).stream()
                .map(key -> key.startsWith("contact:")
                        ? "contact:" + client + key.substring(endOfOwner(key))
                        : host.ownerOf(key, client) + later(key, cells))
                .toList();
    }

    /** A line for each of whom the visit takes time: the first cell, how many, and who it is. */
    private String taken(Host host, String client, long cells) {
        return pattern.getString("taken")
                .lines()
                .map(line -> {
                    int plus = line.indexOf('+');
                    int space = line.indexOf(' ');
                    long first = Long.parseLong(line.substring(0, plus)) + cells;
                    return first
                            + line.substring(plus, space + 1)
                            + host.ownerOf(line.substring(space + 1) + "|", client);
                })
                .collect(Collectors.joining("\n"));
    }

    private static int endOfOwner(String key) {
        int bar = key.indexOf('|');
        return bar < 0 ? key.indexOf('#') : bar;
    }

    private static String later(String key, long cells) {
        int bar = key.lastIndexOf('|');
        return "|%08d".formatted(Long.parseLong(key.substring(bar + 1)) + cells);
    }

    /** Among those that were booked, as if each had been told. */
    void write(Stream<Document> visits) {
        Flux.fromStream(visits.map(StoredVisits::told))
                .buffer(AT_ONCE)
                .flatMap(some -> appointments.insertMany(some, new InsertManyOptions().ordered(false)), WRITERS)
                .blockLast(PATIENCE);
    }

    /**
     * The same for very many, in a fraction of the time: the large indexes are made at the end. Those stay that the
     * service looks into all the time.
     */
    void writeVeryMany(Stream<Document> visits) {
        List<Document> large = Flux.from(appointments.listIndexes())
                .filter(index -> !KEPT.contains(index.getString("name")))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
        Flux.fromIterable(large)
                .concatMap(index -> appointments.dropIndex(index.getString("name")))
                .blockLast(PATIENCE);
        write(visits);
        Flux.from(appointments.createIndexes(large.stream()
                        .map(index -> new IndexModel(
                                index.get("key", Document.class),
                                new IndexOptions()
                                        .unique(Boolean.TRUE.equals(index.getBoolean("unique")))
                                        .sparse(Boolean.TRUE.equals(index.getBoolean("sparse")))))
                        .toList()))
                .blockLast(PATIENCE);
    }

    /** The pattern may have been read before its events were out; a copy must not be published. */
    private static Document told(Document visit) {
        visit.remove("outbox");
        visit.remove("relay");
        return visit;
    }

    /** Whose visits they are, and where. */
    record Host(String therapist, String practice, String location) {

        /** Everybody whom booking-service knows. */
        static Map<String, Host> of(MongoDatabase bookings) {
            return Flux.from(bookings.getCollection("listings").find())
                    .map(Host::of)
                    .collectMap(Host::therapist)
                    .blockOptional(PATIENCE)
                    .orElseThrow();
        }

        static Host of(Document listing) {
            Document place = listing.get("state", Document.class)
                    .getList("locations", Document.class)
                    .getFirst();
            return new Host(listing.getString("_id"), place.getString("practiceId"), place.getString("id"));
        }

        /** Somebody of whom there is no listing, somewhere else than everybody. */
        static Host nobodyKnown() {
            return new Host(
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString());
        }

        private String ownerOf(String key, String client) {
            return switch (key.substring(0, key.indexOf(':'))) {
                case "therapist" -> "therapist:" + therapist;
                case "room" -> "room:" + location + key.substring(key.indexOf('/'), key.lastIndexOf('|'));
                case "client" -> "client:" + client;
                default -> throw new IllegalArgumentException("a key of another kind: " + key);
            };
        }
    }
}
