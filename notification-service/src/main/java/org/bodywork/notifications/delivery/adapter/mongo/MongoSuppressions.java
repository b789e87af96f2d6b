package org.bodywork.notifications.delivery.adapter.mongo;

import java.util.Locale;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Suppressed addresses as keyed digests, so the list outlives an erasure and gives no address away. */
@Component
@EnableConfigurationProperties(SuppressionSettings.class)
final class MongoSuppressions implements Suppressions {

    private static final String COLLECTION = "suppressions";

    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;
    private final Mac mac;

    MongoSuppressions(ReactiveMongoTemplate mongo, BusinessClock clock, SuppressionSettings settings) {
        this.mongo = mongo;
        this.clock = clock;
        this.mac = settings.mac();
    }

    @Override
    public Mono<Boolean> contains(String address) {
        return mongo.exists(theOne(address), COLLECTION);
    }

    @Override
    public Mono<Void> add(String address) {
        Update since = new Update().setOnInsert("since", clock.now());
        return mongo.upsert(theOne(address), since, COLLECTION).then();
    }

    @Override
    public Mono<Void> remove(String address) {
        return mongo.remove(theOne(address), COLLECTION).then();
    }

    private Query theOne(String address) {
        String normalised = address.strip().toLowerCase(Locale.ROOT);
        return Query.query(Criteria.where("_id").is(mac.keyId() + ":" + mac.hex(normalised)));
    }
}
