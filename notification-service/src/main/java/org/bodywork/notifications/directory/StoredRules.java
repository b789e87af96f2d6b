package org.bodywork.notifications.directory;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.bodywork.notifications.notification.application.Rules;
import org.bodywork.notifications.notification.domain.MessageRules;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class StoredRules implements Rules {

    private final ReactiveMongoTemplate mongo;

    StoredRules(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<MessageRules> of(PracticeId practice) {
        Query withOwn = Query.query(
                where("_id").is(practice.value()).and("messageRules").exists(true));
        return mongo.findOne(withOwn, PracticeRules.class, PracticeDocument.COLLECTION)
                .map(PracticeRules::asRules)
                .defaultIfEmpty(MessageRules.DEFAULTS);
    }
}
