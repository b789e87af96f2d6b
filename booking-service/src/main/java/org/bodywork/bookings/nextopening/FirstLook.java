package org.bodywork.bookings.nextopening;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.bookings.opening.application.KnownTherapists;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes it due at every start to look at whoever was never looked at: listings from before this was done. */
final class FirstLook implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;

    private final KnownTherapists therapists;
    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;
    private volatile boolean done;

    FirstLook(KnownTherapists therapists, ReactiveMongoTemplate mongo, BusinessClock clock) {
        this.therapists = therapists;
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public void start() {
        lookedAt()
                .flatMapMany(
                        known -> therapists.all().map(TherapistId::toString).filter(id -> !known.contains(id)))
                .buffer(AT_ONCE)
                .concatMap(this::makeDue)
                .then()
                .block(PATIENCE);
        done = true;
    }

    private Mono<Set<String>> lookedAt() {
        Query all = new Query();
        all.fields().include("_id");
        return mongo.find(all, Document.class, NextOpeningsDocument.COLLECTION)
                .map(found -> found.getString("_id"))
                .collect(Collectors.toSet());
    }

    private Mono<Void> makeDue(List<String> ids) {
        List<Document> documents = ids.stream()
                .map(id -> new Document("_id", id).append("sequence", 0L).append("due", clock.now()))
                .toList();
        return mongo.getCollection(NextOpeningsDocument.COLLECTION)
                .flatMap(all -> Flux.from(all.insertMany(documents, new InsertManyOptions().ordered(false)))
                        .then())
                .onErrorResume(MongoBulkWriteException.class, FirstLook::unlessThere);
    }

    /** Another instance may start at the same moment. */
    private static Mono<Void> unlessThere(MongoBulkWriteException error) {
        boolean allThere =
                error.getWriteErrors().stream().allMatch(each -> each.getCategory() == ErrorCategory.DUPLICATE_KEY);
        return allThere ? Mono.empty() : Mono.error(error);
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** After indexes and business time are there, before due work begins. */
    @Override
    public int getPhase() {
        return 20;
    }
}
