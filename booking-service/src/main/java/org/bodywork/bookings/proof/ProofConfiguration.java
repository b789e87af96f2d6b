package org.bodywork.bookings.proof;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.List;
import org.bodywork.platform.codes.CodeLimits;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.due.Forgetting;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofSettings.class)
class ProofConfiguration {

    private static final String COUNTS = "codeRequestCounts";

    @Bean
    Proofs proofs(
            KnownContacts contacts,
            ReactiveMongoTemplate mongo,
            Outbox outbox,
            EventCipher cipher,
            ProofSettings settings,
            BusinessClock business,
            Clock clock) {
        return new Proofs(
                contacts,
                new CodeRequests(mongo, outbox, cipher, business, clock),
                new CodeLimits(mongo, COUNTS, settings.limits(), clock, business));
    }

    @Bean
    ProofSession proofSession(@Qualifier("linkMac") Mac mac, ProofSettings settings, Clock clock) {
        return new ProofSession(mac, settings.sessionLife(), clock);
    }

    @Bean
    CollectionIndexes codeRequestIndexes() {
        IndexModel open = new IndexModel(
                Indexes.ascending("openFor"), new IndexOptions().unique(true).sparse(true));
        return new CollectionIndexes(
                CodeRequestDocument.COLLECTION, List.of(sparse("due"), sparse("relay.until"), open));
    }

    @Bean
    CollectionIndexes codeRequestCountIndexes() {
        return new CollectionIndexes(COUNTS, List.of(sparse("due")));
    }

    /** A code stands nowhere but in its one event, so there is no present state to tell again. */
    @Bean
    OutboxCollection codeRequestOutbox() {
        return new OutboxCollection(CodeRequestDocument.COLLECTION, _ -> List.of());
    }

    @Bean
    DueQueue forgottenCodeRequests(ReactiveMongoTemplate mongo) {
        return Forgetting.queue("forgotten-code-requests", CodeRequestDocument.COLLECTION, mongo);
    }

    @Bean
    DueQueue forgottenCodeRequestCounts(ReactiveMongoTemplate mongo) {
        return Forgetting.queue("forgotten-code-request-counts", COUNTS, mongo);
    }

    private static IndexModel sparse(String field) {
        return new IndexModel(Indexes.ascending(field), new IndexOptions().sparse(true));
    }
}
