package org.bodywork.therapists.account.adapter.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.due.Forgetting;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.republish.Republished;
import org.bodywork.platform.setup.CollectionIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** The collections of accounts and sign-ins: indexes, what they tell other services, and when they are forgotten. */
@Configuration(proxyBeanMethods = false)
class AccountStore {

    @Bean
    CollectionIndexes accountIndexes() {
        IndexModel email = new IndexModel(Indexes.ascending("email"), new IndexOptions().unique(true));
        IndexModel practice = new IndexModel(Indexes.ascending("practiceId", "_id"));
        return new CollectionIndexes(AccountDocument.COLLECTION, List.of(email, practice, sparse("relay.until")));
    }

    @Bean
    CollectionIndexes signInIndexes() {
        IndexModel open = new IndexModel(
                Indexes.ascending("openFor"), new IndexOptions().unique(true).sparse(true));
        return new CollectionIndexes(SignInDocument.COLLECTION, List.of(sparse("due"), sparse("relay.until"), open));
    }

    @Bean
    CollectionIndexes signInCountIndexes() {
        return new CollectionIndexes(MongoSignInLimits.COLLECTION, List.of(sparse("due")));
    }

    @Bean
    OutboxCollection accountOutbox(MongoConverter converter, EventCipher cipher) {
        return new OutboxCollection(AccountDocument.COLLECTION, stored -> {
            AccountDocument present = converter.read(AccountDocument.class, stored);
            return List.of(StaffChanged.event(present.account(), present.sequence(), present.changedAt(), cipher));
        });
    }

    /** Not compacted, but nobody is to miss an account because it has not changed for a week. */
    @Bean
    Republished staffSentAgain() {
        return Republished.everythingDaily(StaffChanged.TOPIC, AccountDocument.COLLECTION);
    }

    /** A code stands nowhere but in its one event, so there is no present state to tell again. */
    @Bean
    OutboxCollection signInOutbox() {
        return new OutboxCollection(SignInDocument.COLLECTION, stored -> List.of());
    }

    @Bean
    DueQueue forgottenSignIns(ReactiveMongoTemplate mongo) {
        return Forgetting.queue("forgotten-sign-ins", SignInDocument.COLLECTION, mongo);
    }

    @Bean
    DueQueue forgottenSignInCounts(ReactiveMongoTemplate mongo) {
        return Forgetting.queue("forgotten-sign-in-counts", MongoSignInLimits.COLLECTION, mongo);
    }

    private static IndexModel sparse(String field) {
        return new IndexModel(Indexes.ascending(field), new IndexOptions().sparse(true));
    }
}
