package org.bodywork.bookings.series.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.series.application.AllSeries;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.SeriesId;
import org.bodywork.platform.crypto.Digests;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** One document each; a change demands the version it was decided on. */
final class MongoSeries implements AllSeries {

    private static final String COLLECTION = SeriesDocument.COLLECTION;

    private final ReactiveMongoTemplate mongo;
    private final ManageLinks links;

    MongoSeries(ReactiveMongoTemplate mongo, ManageLinks links) {
        this.mongo = mongo;
        this.links = links;
    }

    @Override
    public Mono<Series> add(Series begun, Fingerprint fingerprint) {
        return Mono.defer(() -> mongo.insert(document(begun, fingerprint), COLLECTION))
                .onErrorMap(DuplicateKeyException.class, _ -> new Known())
                .thenReturn(begun);
    }

    private SeriesDocument document(Series series, Fingerprint fingerprint) {
        String secret = links.seriesSecretOf(series.id().toString());
        return SeriesDocument.of(series, fingerprint.requestKey(), fingerprint.bodyHash(), Digests.sha256Hex(secret));
    }

    @Override
    public Mono<Series> replace(Series before, Series after) {
        return Mono.defer(() -> mongo.updateFirst(stillAs(before), update(after), COLLECTION))
                .filter(result -> result.getMatchedCount() == 1)
                .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                .thenReturn(after);
    }

    /** What it was asked for by, and is found by, stays. */
    private Update update(Series after) {
        Document whole = new Document();
        mongo.getConverter().write(SeriesDocument.of(after, "", "", ""), whole);
        Update update = new Update();
        whole.keySet().stream()
                .filter(field -> !field.equals("_id") && !field.equals("_class"))
                .filter(field -> !field.equals("requestKey") && !field.equals("bodyHash"))
                .filter(field -> !field.equals("secretHash"))
                .forEach(field -> update.set(field, whole.get(field)));
        SeriesDocument.PASSING.stream()
                .filter(field -> !whole.containsKey(field))
                .forEach(update::unset);
        return update;
    }

    @Override
    public Mono<Void> drop(Series seen) {
        return mongo.remove(stillAs(seen), COLLECTION).then();
    }

    @Override
    public Mono<Series> byId(SeriesId id) {
        return one(where("_id").is(id.toString())).map(SeriesDocument::series);
    }

    @Override
    public Mono<Series> bySecretHash(String hash) {
        return one(where("secretHash").is(hash)).map(SeriesDocument::series);
    }

    @Override
    public Mono<Begun> byRequestKey(String requestKey) {
        return one(where("requestKey").is(requestKey)).map(stored -> new Begun(stored.series(), stored.bodyHash()));
    }

    @Override
    public Mono<Void> forget(String clientRef) {
        return mongo.remove(query(where("clientRef").is(clientRef)), COLLECTION).then();
    }

    private Mono<SeriesDocument> one(Criteria criteria) {
        return mongo.findOne(query(criteria), SeriesDocument.class, COLLECTION);
    }

    private static Query stillAs(Series seen) {
        return query(where("_id").is(seen.id().toString()).and("version").is(seen.version()));
    }
}
