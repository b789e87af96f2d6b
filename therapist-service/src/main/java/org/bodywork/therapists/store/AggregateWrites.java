package org.bodywork.therapists.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.ReactiveBulkOperations;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Inserts and compare-and-set updates that carry their event in the same write. Many can be sent together; each of them
 * still stands or falls by itself.
 */
@Component
public final class AggregateWrites {

    private static final int DUPLICATE_KEY = 11_000;

    /** From so many on nobody waits for one of them to be published. */
    private static final int MANY = 20;

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;

    AggregateWrites(ReactiveMongoTemplate mongo, Outbox outbox) {
        this.mongo = mongo;
        this.outbox = outbox;
    }

    /** A change of one aggregate, and the event that tells of it. */
    public sealed interface Write {

        String aggregateId();
    }

    /**
     * A new aggregate. Lost when its id, or another unique value, is there already.
     *
     * @param event the whole state; of many that are new at once none is made, as what is stored says it all: see {@link
     *     org.bodywork.platform.outbox.OutboxCollection#presentState()}
     */
    public record Insert(String aggregateId, Supplier<Event> event, Function<Staged, Object> document)
            implements Write {}

    /**
     * Applies the update and raises the sequence to the event's. Lost when the document is not one change behind it, or
     * when a unique value is there already.
     */
    public record Change(Event event, Update update) implements Write {

        @Override
        public String aggregateId() {
            return event.aggregateId();
        }
    }

    /** Fails with {@link ConcurrentChange} when the write was lost. */
    public Mono<Void> save(String collection, Write write) {
        return saveAll(collection, List.of(write))
                .flatMap(lost ->
                        lost.isEmpty() ? Mono.empty() : Mono.error(() -> new ConcurrentChange(write.aggregateId())));
    }

    /**
     * Stores the changes of different aggregates in one call, in no order.
     *
     * @return the ids of those that were lost; all others are stored. A change that somebody else changed again in the
     *     same moment may be counted as lost as well.
     */
    public Mono<Set<String>> saveAll(String collection, List<? extends Write> writes) {
        return writes.isEmpty()
                ? Mono.just(Set.of())
                : Mono.fromSupplier(() -> staged(writes))
                        .flatMap(sent -> send(collection, sent)
                                .flatMap(answer -> lost(collection, sent, answer))
                                .doOnNext(lost -> nudge(collection, sent, lost)));
    }

    /**
     * The same for aggregates by ids of their own.
     *
     * @param write stores a change on top of the sequence it was decided on
     */
    public <K, T> Mono<Set<K>> saveAll(
            String collection, List<Versioned<T>> changes, Function<Versioned<T>, Write> write, Function<T, K> id) {
        return Mono.defer(() -> saveAll(collection, changes.stream().map(write).toList()))
                .map(lost -> changes.stream()
                        .map(change -> id.apply(change.value()))
                        .filter(each -> lost.contains(String.valueOf(each)))
                        .collect(Collectors.toSet()));
    }

    private List<Sent> staged(List<? extends Write> writes) {
        boolean many = writes.size() >= MANY;
        return writes.stream()
                .map(write -> new Sent(write, many ? stagedForLater(write) : stagedNow(write)))
                .toList();
    }

    private Staged stagedNow(Write write) {
        return switch (write) {
            case Insert insert -> outbox.stage(List.of(insert.event().get()));
            case Change change -> outbox.stage(List.of(change.event()));
        };
    }

    private Staged stagedForLater(Write write) {
        return switch (write) {
            case Insert _ -> outbox.stageForLater(List.of());
            case Change change -> outbox.stageForLater(List.of(change.event()));
        };
    }

    private Mono<Answer> send(String collection, List<Sent> all) {
        ReactiveBulkOperations bulk = mongo.bulkOps(BulkMode.UNORDERED, collection);
        all.forEach(each -> each.into(bulk));
        return bulk.execute()
                .map(result -> new Answer(result.getMatchedCount(), Set.of()))
                .onErrorResume(DuplicateKeyException.class, AggregateWrites::answer);
    }

    /** Anything else that went wrong beside the duplicates fails the whole call; the relay finds what was stored. */
    private static Mono<Answer> answer(DuplicateKeyException error) {
        return error.getCause() instanceof MongoBulkWriteException bulk
                        && bulk.getWriteConcernError() == null
                        && bulk.getWriteErrors().stream().allMatch(each -> each.getCode() == DUPLICATE_KEY)
                ? Mono.just(new Answer(
                        bulk.getWriteResult().getMatchedCount(),
                        bulk.getWriteErrors().stream()
                                .map(BulkWriteError::getIndex)
                                .collect(Collectors.toSet())))
                : Mono.error(error);
    }

    /** The database counts the updates that found their document, but does not say which they are. */
    private Mono<Set<String>> lost(String collection, List<Sent> sent, Answer answer) {
        Set<String> lost = new HashSet<>();
        Set<String> changes = new HashSet<>();
        for (int at = 0; at < sent.size(); at++) {
            if (answer.duplicates().contains(at)) {
                lost.add(sent.get(at).id());
            } else if (sent.get(at).write() instanceof Change) {
                changes.add(sent.get(at).id());
            }
        }
        if (answer.matched() == changes.size()) {
            return Mono.just(lost);
        }
        return (answer.matched() == 0 ? Flux.<String>empty() : stored(collection, changes, sent))
                .collectList()
                .map(stored -> {
                    changes.removeAll(Set.copyOf(stored));
                    lost.addAll(changes);
                    return lost;
                });
    }

    /** Those that still bear the token of our write. */
    private Flux<String> stored(String collection, Set<String> ids, List<Sent> sent) {
        Query ours = Query.query(Criteria.where("_id")
                .in(ids)
                .and("relay.token")
                .in(sent.stream().map(each -> each.staged().lease().token()).toList()));
        ours.fields().include("_id");
        return mongo.find(ours, Document.class, collection).map(document -> document.getString("_id"));
    }

    private void nudge(String collection, List<Sent> sent, Set<String> lost) {
        if (sent.size() >= MANY) {
            outbox.look(collection);
            return;
        }
        sent.stream()
                .filter(each -> !lost.contains(each.id()))
                .forEach(each -> outbox.nudge(collection, each.id(), each.staged()));
    }

    /**
     * What the database says of many writes.
     *
     * @param matched how many updates found their document
     * @param duplicates which writes met a unique value that is there already
     */
    private record Answer(long matched, Set<Integer> duplicates) {}

    private record Sent(Write write, Staged staged) {

        String id() {
            return write.aggregateId();
        }

        void into(ReactiveBulkOperations bulk) {
            switch (write) {
                case Insert insert -> bulk.insert(insert.document().apply(staged));
                case Change(Event event, Update update) ->
                    bulk.updateOne(
                            justBefore(event),
                            staged.into(update.set("sequence", event.sequence()).set("changedAt", event.time())));
            }
        }

        private static Query justBefore(Event event) {
            return Query.query(Criteria.where("_id")
                    .is(event.aggregateId())
                    .and("sequence")
                    .is(event.sequence() - 1));
        }
    }
}
