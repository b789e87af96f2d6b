package org.bodywork.platform;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bodywork.platform.crypto.KeyMaker;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.security.KeySource;
import org.bodywork.platform.setup.CollectionIndexes;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * A whole service that does one thing in each of three ways: it writes down that something was done, with an event in
 * its outbox, because a request, a record or due work asked for it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SmallService.Requests.class)
class SmallService {

    static final String DONE = "done";
    static final String WORK = "work";
    /** Where it hears from; a topic of the contracts. */
    static final String ASKED = "republish";

    private static final String NAME = "booking-service";

    /**
     * What a test gives to its service.
     *
     * @param run names this run, to tell its records from those of other tests
     * @param topic where the service publishes to
     */
    record Given(String run, String topic, Hold request, Hold record, Hold due) {}

    static ConfigurableApplicationContext start(Given given, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("spring.application.name", NAME);
        all.putIfAbsent("server.port", 0);
        KeyMaker.allSecrets()
                .forEach((variable, secret) ->
                        all.put(variable.toLowerCase(Locale.ROOT).replace('_', '.'), secret));
        return new SpringApplicationBuilder(SmallService.class)
                .registerShutdownHook(false)
                .initializers((GenericApplicationContext context) -> {
                    context.registerBean("given", Given.class, () -> given);
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("given", all));
                })
                .run();
    }

    @Bean
    KeySource noKeys() {
        return _ -> Mono.empty();
    }

    @Bean
    AccessRules anybody() {
        return paths -> paths.pathMatchers("/done").permitAll();
    }

    @Bean
    CollectionIndexes indexesOfDone() {
        return index(DONE, "relay.until");
    }

    @Bean
    CollectionIndexes indexesOfWork() {
        return index(WORK, "due");
    }

    private static CollectionIndexes index(String collection, String field) {
        return new CollectionIndexes(
                collection, List.of(new IndexModel(Indexes.ascending(field), new IndexOptions().sparse(true))));
    }

    @Bean
    OutboxCollection outboxOfDone() {
        return new OutboxCollection(DONE, _ -> List.of());
    }

    @Bean
    Deeds deeds(Given given, ReactiveMongoTemplate mongo, Outbox outbox) {
        return new Deeds(given, mongo, outbox);
    }

    @Bean
    Subscription subscription(Given given, Deeds deeds) {
        return new Subscription(
                ASKED,
                service(given),
                event -> isOurs(event, given) ? given.record().here().then(deeds.write("record")) : Mono.empty());
    }

    @Bean
    DueQueue queue(Given given, Deeds deeds, ReactiveMongoTemplate mongo) {
        return new DueQueue(
                WORK,
                WORK,
                1,
                Duration.ofSeconds(30),
                work -> given.due().here().then(deeds.write("due")).then(end(work, mongo)));
    }

    private static String service(Given given) {
        return "small-service-" + given.run();
    }

    static String group(Given given) {
        return service(given) + "-" + ASKED;
    }

    private static boolean isOurs(ReceivedEvent event, Given given) {
        return event.key().equals(given.run());
    }

    private static Mono<Void> end(Claimed work, ReactiveMongoTemplate mongo) {
        Query stillOurs =
                Query.query(Criteria.where("_id").is(work.id()).and("claim").is(work.token()));
        return mongo.updateFirst(stillOurs, new Update().unset("due").unset("claim"), WORK)
                .then();
    }

    record Deed(String id, long sequence, List<OutboxEntry> outbox, RelayLease relay) {}

    /** What was done, each with its event. */
    record Deeds(Given given, ReactiveMongoTemplate mongo, Outbox outbox) {

        Mono<Void> write(String id) {
            return Mono.defer(() -> {
                Staged staged = outbox.stage(
                        List.of(new Event(given.topic(), id, "org.bodywork.deed.done.v1", id, 1, Instant.EPOCH, "{}")));
                return mongo.insert(new Deed(id, 1, staged.entries(), staged.lease()), DONE)
                        .doOnNext(_ -> outbox.nudge(DONE, id, staged))
                        .then();
            });
        }
    }

    @RestController
    static class Requests {

        private final Given given;
        private final Deeds deeds;

        Requests(Given given, Deeds deeds) {
            this.given = given;
            this.deeds = deeds;
        }

        @PostMapping("/done")
        Mono<String> ask() {
            return given.request().here().then(deeds.write("request")).thenReturn("done");
        }
    }
}
