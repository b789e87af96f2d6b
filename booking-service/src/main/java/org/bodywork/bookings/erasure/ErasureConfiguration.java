package org.bodywork.bookings.erasure;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.CancelForGood;
import org.bodywork.bookings.appointment.application.ClientVisits;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.application.ClientTraces;
import org.bodywork.bookings.erasure.Erasure.State;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    static final String QUEUE = "erasures";
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Bean
    Erasures erasures(ReactiveMongoTemplate mongo, Outbox outbox, BusinessClock clock) {
        return new Erasures(mongo, outbox, clock);
    }

    @Bean
    CancelForGood cancelForGood(ClientVisits visits, Appointments appointments, BusinessClock clock) {
        return new CancelForGood(visits, appointments, clock);
    }

    @Bean
    DueQueue dueErasures(
            Erasures erasures,
            CancelForGood cancel,
            ClientVisits visits,
            ClientRecords clients,
            List<ClientTraces> traces,
            ManageLinks links,
            MongoConverter converter) {
        return new DueQueue(
                QUEUE,
                Erasure.COLLECTION,
                1,
                LEASE,
                new ForgetClient(erasures, cancel, visits, clients, traces, links, converter));
    }

    @Bean
    Subscription completedErasures(Erasures erasures, DueNudges nudges) {
        return new Subscription(ErasureEvents.TOPIC, Erasure.OURS, event -> note(event, erasures, nudges));
    }

    private static Mono<Void> note(ReceivedEvent event, Erasures erasures, DueNudges nudges) {
        return event.type().equals(ErasureEvents.Completed.TYPE)
                ? Mono.fromCallable(() -> event.as(ErasureEvents.Completed.class))
                        .flatMap(erasures::note)
                        .doOnSuccess(_ -> nudges.nudge(QUEUE))
                : Mono.empty();
    }

    @Bean
    OutboxCollection erasureOutbox(MongoConverter converter) {
        return new OutboxCollection(Erasure.COLLECTION, stored -> presentState(stored, converter));
    }

    private static List<Event> presentState(Document stored, MongoConverter converter) {
        Erasure erasure = converter.read(Erasure.class, stored);
        Instant announced = erasure.announcedAt();
        Instant completed = erasure.completedAt();
        if (erasure.state() == State.DONE && completed != null) {
            return List.of(erasure.completedAt(completed).event());
        }
        return announced == null || erasure.visits() == null
                ? List.of()
                : List.of(erasure.requested(erasure.visits()).event(announced));
    }

    @Bean
    CollectionIndexes erasureIndexes() {
        IndexOptions sparse = new IndexOptions().sparse(true);
        return new CollectionIndexes(
                Erasure.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("due"), sparse),
                        new IndexModel(Indexes.ascending("relay.until"), sparse)));
    }

    @Bean
    AccessRules erasureAccess() {
        return paths -> paths.pathMatchers("/api/erasures/**").hasAnyRole("operator", "manager");
    }

    @Bean
    ProblemSource erasureProblems() {
        return error -> switch (error) {
            case ErasureController.NoErasure _ -> Problem.notFound("There is no such erasure.");
            case ErasureController.NotAlone _ ->
                Problem.of(
                        403,
                        "forbidden",
                        "Not allowed",
                        "The client has been to other practices too; ask those who run the directory.");
            default -> null;
        };
    }
}
