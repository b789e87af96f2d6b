package org.bodywork.platform.republish;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/**
 * Asks once for what an empty store lacks. That it has been asked for is written into the store itself, so a store that
 * is lost asks again.
 */
final class Restoration implements DueHandler {

    static final String COLLECTION = "restorations";

    private static final Logger log = LoggerFactory.getLogger(Restoration.class);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Restored> topics;
    private final String service;
    private final ReactiveMongoTemplate mongo;
    private final Publisher publisher;
    private final BusinessClock clock;

    Restoration(
            List<Restored> topics,
            String service,
            ReactiveMongoTemplate mongo,
            Publisher publisher,
            BusinessClock clock) {
        this.topics = topics;
        this.service = service;
        this.mongo = mongo;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Nothing of it is due again once it has been asked for. */
    Map<String, Instant> due() {
        return topics.stream().collect(Collectors.toMap(Restored::topic, _ -> clock.now()));
    }

    /** Publishing blocks; due work runs on a thread of its own. */
    @Override
    public Mono<Void> handle(Claimed work) {
        String topic = work.id().toString();
        return Mono.<Void>fromRunnable(() -> ask(topic)).then(Mono.defer(() -> done(work)));
    }

    private void ask(String topic) {
        publisher.publish(List.of(new RepublishRequested(topic, List.of(), service).event(clock.now())), PATIENCE);
        log.atInfo().addKeyValue("topic", topic).log("Asked for all states of a topic");
    }

    private Mono<Void> done(Claimed work) {
        Query stillOurs = Query.query(where("_id").is(work.id()).and("claim").is(work.token()));
        return mongo.updateFirst(
                        stillOurs, new Update().unset("due").unset("claim").unset("claimableFrom"), COLLECTION)
                .then();
    }
}
