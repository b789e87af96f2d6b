package org.bodywork.bookings.client.adapter.mongo;

import java.security.SecureRandom;
import java.util.Objects;
import org.bodywork.bookings.client.adapter.mongo.ClientDocument.IntakeDocument;
import org.bodywork.bookings.client.application.ClientKey;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.application.TextCipher;
import org.bodywork.bookings.client.application.TextOpener;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.client.domain.KnownIntake;
import org.bodywork.bookings.client.domain.PastVisit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One document a client. Keys are read anew each time, so that a dropped one is gone at once. */
@Component
final class MongoClientRecords implements ClientRecords {

    private static final String KEY_ID = "keyId";
    private static final String WRAPPED_KEY = "wrappedKey";

    private static final String VISITS = "visits";
    private static final String INTAKES = "intakes";

    /** A visit is told again within moments, or after a crash; never after so many others. */
    private static final int REMEMBERED = 50;

    private final ReactiveMongoTemplate mongo;
    private final TextCipher recordKey;
    private final SecureRandom random = new SecureRandom();

    MongoClientRecords(ReactiveMongoTemplate mongo, TextCipher recordKey) {
        this.mongo = mongo;
        this.recordKey = recordKey;
    }

    @Override
    public Mono<TextCipher> keyOf(String client) {
        return stored(client).switchIfEmpty(Mono.defer(() -> make(client))).map(key -> key.unwrap(client, recordKey));
    }

    @Override
    public Mono<TextOpener> openerOf(String client) {
        return stored(client)
                .map(key -> new TextOpener(key.unwrap(client, recordKey), recordKey))
                .defaultIfEmpty(new TextOpener(null, recordKey));
    }

    @Override
    public Mono<Void> visited(String client, PastVisit visit) {
        String visits = VISITS + "." + visit.practice() + "." + visit.therapist();
        Query notCounted =
                byId(client).addCriteria(Criteria.where(visits + ".counted").ne(visit.visit()));
        Update counting = new Update()
                .inc(visits + ".count", 1)
                .min(visits + ".first", visit.start())
                .max(visits + ".last", visit.start());
        counting.push(visits + ".counted").slice(-REMEMBERED).each(visit.visit());
        return upsert(notCounted, counting).then(Mono.defer(() -> remember(client, visit.intake())));
    }

    private Mono<Void> remember(String client, @Nullable KnownIntake intake) {
        if (intake == null) {
            return Mono.empty();
        }
        String field = INTAKES + "." + intake.practice() + "." + intake.person();
        Query older = byId(client)
                .addCriteria(new Criteria()
                        .orOperator(
                                Criteria.where(field).exists(false),
                                Criteria.where(field + ".at").lt(intake.at())));
        return upsert(older, new Update().set(field, IntakeDocument.of(intake)));
    }

    private Mono<Void> upsert(Query query, Update update) {
        return mongo.upsert(query, update, ClientDocument.COLLECTION)
                .then()
                // Nothing matched, so an insert was tried, and the client is there: known already.
                .onErrorResume(DuplicateKeyException.class, _ -> Mono.empty());
    }

    @Override
    public Mono<ClientHistory> historyOf(String client) {
        Query visits = byId(client);
        visits.fields().include(VISITS, INTAKES);
        return mongo.findOne(visits, ClientDocument.class, ClientDocument.COLLECTION)
                .map(ClientDocument::history)
                .defaultIfEmpty(ClientHistory.NONE);
    }

    @Override
    public Mono<Void> forget(String client) {
        return mongo.remove(byId(client), ClientDocument.COLLECTION).then();
    }

    private Mono<ClientKey> stored(String client) {
        Query key = byId(client);
        key.fields().include(KEY_ID, WRAPPED_KEY);
        return mongo.findOne(key, ClientDocument.class, ClientDocument.COLLECTION)
                .mapNotNull(ClientDocument::key);
    }

    /** Whoever comes first makes it: a key is never put over another. */
    private Mono<ClientKey> make(String client) {
        ClientKey fresh = ClientKey.random(client, recordKey, random);
        Query without = Query.query(Criteria.where("_id").is(client).and(KEY_ID).exists(false));
        Update with = new Update()
                .set(KEY_ID, fresh.id())
                .set(WRAPPED_KEY, fresh.wrapped().value());
        return mongo.findAndModify(
                        without,
                        with,
                        FindAndModifyOptions.options().upsert(true).returnNew(true),
                        ClientDocument.class,
                        ClientDocument.COLLECTION)
                .map(made -> Objects.requireNonNull(made.key()))
                .onErrorResume(DuplicateKeyException.class, _ -> stored(client));
    }

    private static Query byId(String client) {
        return Query.query(Criteria.where("_id").is(client));
    }
}
