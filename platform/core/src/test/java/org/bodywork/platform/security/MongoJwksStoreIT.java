package org.bodywork.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@MongoContract
class MongoJwksStoreIT {

    private final ReactiveMongoTemplate mongo;
    private final JwksStore store;

    MongoJwksStoreIT(TestDatabase database) {
        mongo = database.template();
        store = new MongoJwksStore(mongo);
    }

    @Test
    void hasNoCopyAtFirst() {
        assertThat(store.lastGood().blockOptional()).isEmpty();
    }

    @Test
    void keepsTheNewestCopyOnly() {
        store.keep("{\"keys\":[1]}").block();
        store.keep("{\"keys\":[2]}").block();

        assertThat(store.lastGood().block()).isEqualTo("{\"keys\":[2]}");
        assertThat(mongo.getCollection("jwks")
                        .flatMapMany(copies -> copies.countDocuments())
                        .blockFirst())
                .isEqualTo(1);
    }
}
