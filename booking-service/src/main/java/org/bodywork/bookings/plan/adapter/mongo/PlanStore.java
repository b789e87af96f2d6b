package org.bodywork.bookings.plan.adapter.mongo;

import java.time.Duration;
import java.util.List;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.client.application.ClientTraces;
import org.bodywork.bookings.plan.adapter.kafka.PlanEvents;
import org.bodywork.bookings.plan.application.OfferNextVisit;
import org.bodywork.bookings.plan.application.PlanLinks;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** The collections of plans and outcomes: their indexes, their events and their due work. */
@Configuration(proxyBeanMethods = false)
class PlanStore {

    private static final int TOLD_AT_ONCE = 2;
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Bean
    MongoPlans plans(ReactiveMongoTemplate mongo, PlanLinks links, PlanEvents events, Outbox outbox) {
        return new MongoPlans(mongo, links, events, outbox);
    }

    @Bean
    MongoOutcomes outcomes(ReactiveMongoTemplate mongo, ManageLinks links, PlanEvents events, Outbox outbox) {
        return new MongoOutcomes(mongo, links, events, outbox);
    }

    @Bean
    ClientTraces planTraces(MongoPlans plans, MongoOutcomes outcomes) {
        return client -> plans.forget(client).then(outcomes.forget(client));
    }

    @Bean
    CollectionIndexes planIndexes() {
        return new CollectionIndexes(PlanDocument.COLLECTION, MongoPlans.indexes());
    }

    @Bean
    CollectionIndexes outcomeIndexes() {
        return new CollectionIndexes(OutcomeDocument.COLLECTION, MongoOutcomes.indexes());
    }

    @Bean
    OutboxCollection planOutbox(PlanEvents events, MongoConverter converter) {
        return new OutboxCollection(
                PlanDocument.COLLECTION,
                stored -> events.of(converter.read(PlanDocument.class, stored).plan()));
    }

    @Bean
    OutboxCollection outcomeOutbox(PlanEvents events, MongoConverter converter) {
        return new OutboxCollection(OutcomeDocument.COLLECTION, stored -> presentState(stored, events, converter));
    }

    private static List<Event> presentState(Document stored, PlanEvents events, MongoConverter converter) {
        OutcomeDocument document = converter.read(OutcomeDocument.class, stored);
        return events.of(document.outcome(), document.planId() == null ? null : PlanId.of(document.planId()));
    }

    @Bean
    DueQueue nextVisits(OfferNextVisit offers) {
        return new DueQueue(
                "next-visits",
                PlanDocument.COLLECTION,
                TOLD_AT_ONCE,
                LEASE,
                work -> offers.look(PlanId.of(work.id().toString())));
    }
}
