package org.bodywork.allinone.benchmark;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
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
    Document of(String otherTherapist, Instant otherStart) {
        Document copy = new Document(pattern);
        String client = UUID.randomUUID().toString();
        Duration later = Duration.between(start, otherStart);
        copy.put("_id", UUID.randomUUID().toString());
        for (String unique : List.of("requestKey", "secretHash", "clientKey", "clientRef")) {
            copy.put(unique, unique + client);
        }
        copy.put("start", Date.from(otherStart));
        copy.put("end", Date.from(pattern.getDate("end").toInstant().plus(later)));
        copy.put(
                "parts",
                pattern.getList("parts", Document.class).stream()
                        .map(part -> new Document(part).append("therapistId", otherTherapist))
                        .toList());
        copy.put("occupied", keys(otherTherapist, client, later.toSeconds() / CELL_SECONDS));
        return copy;
    }

    /** Keys of time move with the visit; those of rooms and limits would only be in each other's way. */
    private List<String> keys(String otherTherapist, String client, long cells) {
        return pattern.getList("occupied", String.class).stream()
                .filter(key -> key.startsWith("therapist:") || key.startsWith("client:"))
                .map(key -> {
                    int bar = key.lastIndexOf('|');
                    String owner = key.startsWith("client:") ? "client:" + client : "therapist:" + otherTherapist;
                    return owner + "|%08d".formatted(Long.parseLong(key.substring(bar + 1)) + cells);
                })
                .toList();
    }

    void write(Stream<Document> visits) {
        Flux.fromStream(visits)
                .buffer(AT_ONCE)
                .flatMap(some -> appointments.insertMany(some, new InsertManyOptions().ordered(false)), WRITERS)
                .blockLast(PATIENCE);
    }
}
