package org.bodywork.platform.republish;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hears who lacks states, and has them sent again. A document is given a relay lease, which without an outbox asks the
 * relay for its present state; so a repeat can never overtake a change, and one that has not been told yet is left alone:
 * it is on its way. Asking twice marks nothing twice.
 *
 * <p>All of a topic is due work, a page at a time, so that it survives a restart and holds nobody up. Who asks for all
 * while that goes on has it begin again.
 */
final class Repeats implements EventHandler, DueHandler {

    static final String COLLECTION = "repeats";

    private static final Logger log = LoggerFactory.getLogger(Repeats.class);

    private static final int PAGE = 1_000;
    private static final Duration DAY = Duration.ofDays(1);
    private static final String LAST = "last";

    private final Map<String, Republished> topics;
    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;
    private final BusinessClock business;
    private final Clock clock;

    Repeats(List<Republished> topics, ReactiveMongoTemplate mongo, Outbox outbox, BusinessClock business, Clock clock) {
        this.topics = topics.stream().collect(Collectors.toMap(Republished::topic, Function.identity()));
        this.mongo = mongo;
        this.outbox = outbox;
        this.business = business;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return Mono.defer(() -> {
            RepublishRequested asked = event.as(RepublishRequested.class);
            Republished source = topics.get(asked.topic());
            if (source == null) {
                return Mono.empty();
            }
            log.atInfo()
                    .addKeyValue("topic", asked.topic())
                    .addKeyValue("ids", asked.ids().size())
                    .addKeyValue("consumer", asked.consumer())
                    .log("States are asked for again");
            return asked.ids().isEmpty() ? beginAll(asked.topic()) : again(source, asked.ids());
        });
    }

    /** When the topics that are sent daily are so for the first time. */
    Map<String, Instant> daily() {
        return topics.values().stream()
                .filter(Republished::daily)
                .collect(Collectors.toMap(Republished::topic, _ -> tomorrow()));
    }

    private Mono<Void> beginAll(String topic) {
        Bson fromTheBeginning = Updates.combine(
                Updates.set("due", business.now()),
                Updates.unset(LAST),
                Updates.unset("claim"),
                Updates.unset("claimableFrom"),
                Updates.unset("attempts"));
        return repeats(work -> Mono.from(
                work.updateOne(Filters.eq("_id", topic), fromTheBeginning, new UpdateOptions().upsert(true))));
    }

    private Mono<Void> again(Republished source, List<String> ids) {
        return Flux.fromIterable(ids)
                .buffer(PAGE)
                .concatMap(page -> mark(source, page, source.told()))
                .then(Mono.fromRunnable(() -> outbox.look(source.collection())));
    }

    private Mono<Void> mark(Republished source, List<String> ids, Bson which) {
        Bson quiet = Filters.and(Filters.in("_id", ids), which, Filters.exists("relay", false));
        Document lease = new Document("token", UUID.randomUUID().toString()).append("until", clock.instant());
        return mongo.getCollection(source.collection())
                .flatMap(states -> Mono.from(states.updateMany(quiet, Updates.set("relay", lease))))
                .then();
    }

    /** Marks the next page of a topic. */
    @Override
    public Mono<Void> handle(Claimed work) {
        Republished source = topics.get(work.id().toString());
        if (source == null) {
            // Of a version that sent more.
            return repeats(all -> Mono.from(all.deleteOne(stillOurs(work))));
        }
        return page(source, work.document().getString(LAST))
                .flatMap(ids -> mark(source, ids, source.open())
                        .then(ids.size() < PAGE ? end(source, work) : goOn(ids.getLast(), work)))
                .then(Mono.fromRunnable(() -> outbox.look(source.collection())));
    }

    private Mono<List<String>> page(Republished source, @Nullable String after) {
        Bson next = after == null ? source.open() : Filters.and(source.open(), Filters.gt("_id", after));
        return mongo.getCollection(source.collection())
                .flatMapMany(states -> states.find(next)
                        .projection(Projections.include("_id"))
                        .sort(Sorts.ascending("_id"))
                        .limit(PAGE))
                .map(found -> found.getString("_id"))
                .collectList();
    }

    private Mono<Void> goOn(String last, Claimed work) {
        return update(work, Updates.set(LAST, last));
    }

    private Mono<Void> end(Republished source, Claimed work) {
        log.atInfo().addKeyValue("topic", source.topic()).log("All states are on their way again");
        return source.daily()
                ? update(work, Updates.combine(Updates.unset(LAST), Updates.set("due", tomorrow())))
                : repeats(all -> Mono.from(all.deleteOne(stillOurs(work))));
    }

    private Mono<Void> update(Claimed work, Bson update) {
        return repeats(all -> Mono.from(all.updateOne(
                stillOurs(work),
                Updates.combine(
                        update, Updates.unset("claim"), Updates.unset("claimableFrom"), Updates.unset("attempts")))));
    }

    private Instant tomorrow() {
        return business.now().plus(DAY);
    }

    private Mono<Void> repeats(Function<MongoCollection<Document>, Mono<?>> step) {
        return mongo.getCollection(COLLECTION).flatMap(step).then();
    }

    private static Bson stillOurs(Claimed work) {
        return Filters.and(Filters.eq("_id", work.id()), Filters.eq("claim", work.token()));
    }
}
