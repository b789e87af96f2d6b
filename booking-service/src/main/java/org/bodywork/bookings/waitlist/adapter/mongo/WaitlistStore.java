package org.bodywork.bookings.waitlist.adapter.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import org.bodywork.bookings.waitlist.adapter.kafka.OfferEvents;
import org.bodywork.bookings.waitlist.application.FreedTimes;
import org.bodywork.bookings.waitlist.application.OfferFreedTime;
import org.bodywork.bookings.waitlist.application.TidyEntry;
import org.bodywork.bookings.waitlist.application.Waitlist;
import org.bodywork.bookings.waitlist.application.WaitlistLinks;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.FreedTimeId;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import reactor.core.publisher.Mono;

/** The collections of the waitlist: their indexes, their events and their due work. */
@Configuration(proxyBeanMethods = false)
class WaitlistStore {

    /** The due work that freed times are. */
    static final String FREED_TIMES = "freed-times";

    private static final int OFFERED_AT_ONCE = 4;
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Bean
    OfferEvents offerEvents(EventCipher cipher, WaitlistLinks links) {
        return new OfferEvents(cipher, links);
    }

    @Bean
    Waitlist waitlist(
            ReactiveMongoTemplate mongo, WaitlistLinks links, OfferEvents events, Outbox outbox, BusinessClock clock) {
        return new MongoWaitlist(mongo, links, events, outbox, clock);
    }

    @Bean
    FreedTimes freedTimes(ReactiveMongoTemplate mongo, WaitlistLinks links) {
        return new MongoFreedTimes(mongo, links);
    }

    @Bean
    CollectionIndexes waitlistIndexes() {
        return new CollectionIndexes(EntryDocument.COLLECTION, entryIndexes());
    }

    @Bean
    CollectionIndexes freedTimeIndexes() {
        return new CollectionIndexes(FreedTimeDocument.COLLECTION, timeIndexes());
    }

    @Bean
    OutboxCollection waitlistOutbox(OfferEvents events, MongoConverter converter) {
        return new OutboxCollection(
                EntryDocument.COLLECTION,
                stored -> events.of(converter.read(EntryDocument.class, stored).entry()));
    }

    @Bean
    DueQueue dueFreedTimes(OfferFreedTime offers, FreedTimes times) {
        return new DueQueue(
                FREED_TIMES,
                FreedTimeDocument.COLLECTION,
                OFFERED_AT_ONCE,
                LEASE,
                work -> goOn(FreedTimeId.of(work.id().toString()), work, offers, times));
    }

    @Bean
    DueQueue dueEntries(TidyEntry entries) {
        return new DueQueue(
                "waitlist-entries",
                EntryDocument.COLLECTION,
                1,
                LEASE,
                work -> entries.look(EntryId.of(work.id().toString()))
                        .onErrorResume(Waitlist.Changed.class, _ -> Mono.empty()));
    }

    /** Where somebody else has gone on with it, they have also set when it is due. */
    static Mono<Void> goOn(FreedTimeId id, Claimed work, OfferFreedTime offers, FreedTimes times) {
        return work.document().containsKey("endedAt")
                ? times.drop(id)
                : offers.goOn(id)
                        .onErrorResume(Waitlist.Changed.class, _ -> Mono.empty())
                        .then();
    }

    static List<IndexModel> entryIndexes() {
        return List.of(
                unique("place"),
                unique("offeredTo"),
                unique("secretHash"),
                sparse("waitsFor"),
                sparse("due"),
                sparse("relay.until"),
                new IndexModel(Indexes.ascending("clientRef")));
    }

    static List<IndexModel> timeIndexes() {
        return List.of(
                sparse("chain.hash"),
                sparse("due"),
                new IndexModel(Indexes.ascending("practiceId", "freedAt")),
                new IndexModel(Indexes.ascending("therapistId", "freedAt")));
    }

    private static IndexModel unique(String field) {
        return new IndexModel(
                Indexes.ascending(field), new IndexOptions().unique(true).sparse(true));
    }

    private static IndexModel sparse(String field) {
        return new IndexModel(Indexes.ascending(field), new IndexOptions().sparse(true));
    }
}
