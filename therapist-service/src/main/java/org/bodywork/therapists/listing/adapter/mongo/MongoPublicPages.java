package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Instant;
import org.bodywork.therapists.listing.application.PublicPages;
import org.bodywork.therapists.listing.domain.Slug;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
final class MongoPublicPages implements PublicPages {

    private final ReactiveMongoTemplate mongo;

    MongoPublicPages(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Flux<Page> therapists() {
        return published(TherapistDocument.COLLECTION);
    }

    @Override
    public Flux<Page> practices() {
        return published(PracticeDocument.COLLECTION);
    }

    private Flux<Page> published(String collection) {
        Query published = Query.query(ListingQuery.published());
        published.fields().include("listing.slug", "changedAt");
        return mongo.find(published, PageDocument.class, collection)
                .map(found -> new Page(new Slug(found.listing().slug()), found.changedAt()));
    }

    /** The part of a listing's document that names it. */
    record PageDocument(Named listing, Instant changedAt) {}

    record Named(String slug) {}
}
