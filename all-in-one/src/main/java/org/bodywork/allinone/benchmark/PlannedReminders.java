package org.bodywork.allinone.benchmark;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.allinone.benchmark.ToldVisits.Visit;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many reminders as if the service had planned them: copies of one visit and its reminders that it did plan. */
final class PlannedReminders {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 1_000;
    private static final int WRITERS = 2;

    private final MongoDatabase database;
    private final Document visit;
    private final Map<String, Document> byChannel;

    PlannedReminders(MongoDatabase database, String pattern) {
        this.database = database;
        this.visit = Mono.from(database.getCollection("visits").find(Filters.eq("_id", pattern)))
                .blockOptional(PATIENCE)
                .orElseThrow();
        this.byChannel = Flux.from(database.getCollection("notifications").find(Filters.eq("appointmentId", pattern)))
                .toStream()
                .collect(Collectors.toMap(each -> each.getString("channel"), each -> each, (one, _) -> one));
    }

    /** One reminder of a visit that has no other. */
    record Due(String id, String visit, int number, boolean byEmail, Instant due, Instant start) {

        /** In milliseconds, as stored: a visit whose start differed by less would count as moved. */
        static Due of(int number, boolean byEmail, Instant due, Instant start) {
            return new Due(
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString(),
                    number,
                    byEmail,
                    due.truncatedTo(ChronoUnit.MILLIS),
                    start.truncatedTo(ChronoUnit.MILLIS));
        }

        String address() {
            Visit same = Visit.number(number, start);
            return byEmail ? same.email() : same.phone();
        }
    }

    /** With their visits. */
    void write(List<Due> reminders) {
        insert("visits", reminders.stream().map(this::visit));
        writeAlone(reminders.stream());
    }

    /** Those whose visits nobody will look at. */
    void writeAlone(Stream<Due> reminders) {
        insert("notifications", reminders.map(this::reminder));
    }

    private void insert(String collection, Stream<Document> documents) {
        Flux.fromStream(documents)
                .buffer(AT_ONCE)
                .flatMap(
                        lot -> database.getCollection(collection)
                                .insertMany(lot, new InsertManyOptions().ordered(false)),
                        WRITERS)
                .blockLast(PATIENCE);
    }

    private Document visit(Due due) {
        Visit person = Visit.number(due.number(), due.start());
        return new Document(visit)
                .append("_id", due.visit())
                .append("email", person.email())
                .append("phone", person.phone())
                .append("start", due.start())
                .append("end", due.start().plus(Duration.ofHours(1)));
    }

    private Document reminder(Due due) {
        return new Document(requireNonNull(byChannel.get(due.byEmail() ? "EMAIL" : "SMS")))
                .append("_id", due.id())
                .append("appointmentId", due.visit())
                .append("dueAt", due.due())
                .append("due", due.due())
                .append("usefulUntil", due.start());
    }
}
