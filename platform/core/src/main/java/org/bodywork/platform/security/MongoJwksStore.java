package org.bodywork.platform.security;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** Keeps the copy as text in one document of the service's own database. */
final class MongoJwksStore implements JwksStore {

    private static final String COLLECTION = "jwks";
    private static final String JWKS = "jwks";
    private static final Query THE_COPY = Query.query(where("_id").is("last-good"));

    private final ReactiveMongoOperations mongo;

    MongoJwksStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<String> lastGood() {
        return mongo.findOne(THE_COPY, Document.class, COLLECTION).mapNotNull(copy -> copy.getString(JWKS));
    }

    @Override
    public Mono<Void> keep(String jwks) {
        return mongo.upsert(THE_COPY, Update.update(JWKS, jwks), COLLECTION).then();
    }
}
