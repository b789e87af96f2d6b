package org.bodywork.therapists.listing.adapter.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.republish.Republished;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.therapists.listing.application.WarnOfExpiry;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** The collections of listings: their indexes, and what their documents tell other services. */
@Configuration(proxyBeanMethods = false)
class ListingStore {

    private static final int LOOKED_AT_AT_ONCE = 2;

    @Bean
    CollectionIndexes therapistIndexes() {
        return new CollectionIndexes(
                TherapistDocument.COLLECTION,
                List.of(
                        unique("listing.slug"),
                        relayUntil(),
                        changedAt(),
                        due(),
                        new IndexModel(Indexes.ascending("listing.practiceId"))));
    }

    @Bean
    CollectionIndexes practiceIndexes() {
        return new CollectionIndexes(
                PracticeDocument.COLLECTION, List.of(unique("listing.slug"), relayUntil(), changedAt()));
    }

    @Bean
    OutboxCollection therapistOutbox(MongoConverter converter) {
        return new OutboxCollection(TherapistDocument.COLLECTION, stored -> {
            TherapistDocument present = converter.read(TherapistDocument.class, stored);
            return List.of(TherapistChanged.event(present.therapist(), present.sequence(), present.changedAt()));
        });
    }

    @Bean
    OutboxCollection practiceOutbox(MongoConverter converter) {
        return new OutboxCollection(PracticeDocument.COLLECTION, stored -> {
            PracticeDocument present = converter.read(PracticeDocument.class, stored);
            return List.of(PracticeChanged.event(present.practice(), present.sequence(), present.changedAt()));
        });
    }

    @Bean
    Republished therapistsSentAgain() {
        return Republished.everythingDaily(TherapistChanged.TOPIC, TherapistDocument.COLLECTION);
    }

    @Bean
    Republished practicesSentAgain() {
        return Republished.everythingDaily(PracticeChanged.TOPIC, PracticeDocument.COLLECTION);
    }

    @Bean
    DueQueue licencesToLookAt(WarnOfExpiry warning) {
        return new DueQueue(
                "licences-to-look-at",
                TherapistDocument.COLLECTION,
                LOOKED_AT_AT_ONCE,
                Duration.ofSeconds(30),
                work -> warning.lookAt(new TherapistId(UUID.fromString(work.id().toString()))));
    }

    private static IndexModel due() {
        return new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true));
    }

    private static IndexModel changedAt() {
        return new IndexModel(Indexes.ascending("changedAt"));
    }

    private static IndexModel unique(String field) {
        return new IndexModel(Indexes.ascending(field), new IndexOptions().unique(true));
    }

    private static IndexModel relayUntil() {
        return new IndexModel(Indexes.ascending("relay.until"), new IndexOptions().sparse(true));
    }
}
