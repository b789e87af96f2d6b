package org.bodywork.allinone.benchmark;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.bodywork.allinone.benchmark.ToldVisits.Visit;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How many documents a second are written by planning from events, from the first event until the last visit is known,
 * as a share of bare upserts of the same documents with the same indexes and write concern.
 */
record ReminderPlanning() implements Consumer<Reminding> {

    private static final int WARM_UP = 4_000;
    private static final int VISITS = 6_000;
    private static final int BARE = 6_000;
    private static final int AT_ONCE = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> COLLECTIONS = List.of("notifications", "visits");

    @Override
    public void accept(Reminding reminding) {
        plan(reminding, 0, WARM_UP);
        bare(reminding.database());
        double before = bare(reminding.database());
        double planned = plan(reminding, WARM_UP, VISITS);
        double after = bare(reminding.database());
        System.out.printf(
                Locale.ROOT,
                "  bare upserts %.0f and %.0f documents a second, planning %.0f: %.2f of it%n",
                before,
                after,
                planned,
                2 * planned / (before + after));
    }

    /** Documents a second. */
    private static double plan(Reminding reminding, int from, int visits) {
        long there = count(reminding);
        long known = reminding.count("visits", Filters.empty());
        Instant start = Reminding.inTenDays();
        long began = System.nanoTime();
        for (int number = from; number < from + visits; number++) {
            reminding.told().corrected(Visit.number(number, start));
        }
        reminding.await("visits", "visits", Filters.empty(), known + visits);
        double seconds = (System.nanoTime() - began) / 1e9;
        return (count(reminding) - there) / seconds;
    }

    private static long count(Reminding reminding) {
        return COLLECTIONS.stream()
                .mapToLong(each -> reminding.count(each, Filters.empty()))
                .sum();
    }

    /** Copies of what was planned, each upserted by itself, so many of them under way. */
    private static double bare(MongoDatabase database) {
        List<Write> writes = new ArrayList<>();
        for (String name : COLLECTIONS) {
            MongoCollection<Document> copy = emptyCopy(database, name);
            // Four reminders to a visit, as planning writes them.
            int share = name.equals("visits") ? BARE / 5 : BARE * 4 / 5;
            Flux.from(database.getCollection(name).find().limit(share))
                    .map(each -> new Write(copy, renamed(each)))
                    .toStream()
                    .forEach(writes::add);
        }
        Collections.shuffle(writes, new Random(42));
        long began = System.nanoTime();
        Flux.fromIterable(writes).flatMap(Write::make, AT_ONCE).blockLast(PATIENCE);
        double seconds = (System.nanoTime() - began) / 1e9;
        COLLECTIONS.forEach(
                name -> Mono.from(database.getCollection("bare-" + name).drop()).block(PATIENCE));
        return writes.size() / seconds;
    }

    private static Document renamed(Document document) {
        return new Document(document).append("_id", UUID.randomUUID().toString());
    }

    private static MongoCollection<Document> emptyCopy(MongoDatabase database, String name) {
        MongoCollection<Document> copy =
                database.getCollection("bare-" + name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        Flux.from(database.getCollection(name).listIndexes())
                .filter(index -> !"_id_".equals(index.getString("name")))
                .concatMap(index -> copy.createIndex(
                        index.get("key", Document.class),
                        new IndexOptions().sparse(Boolean.TRUE.equals(index.getBoolean("sparse")))))
                .blockLast(PATIENCE);
        return copy;
    }

    private record Write(MongoCollection<Document> into, Document document) {

        Mono<?> make() {
            Document state = new Document(document);
            Object id = state.remove("_id");
            return Mono.from(into.updateOne(
                    Filters.eq("_id", id), new Document("$setOnInsert", state), new UpdateOptions().upsert(true)));
        }
    }
}
