package org.bodywork.bookings.directory;

import java.util.List;
import org.bodywork.bookings.embed.Practices;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds practices by their slug, from an index. */
@Component
final class MongoPractices implements Practices {

    static final String SLUG = "state.slug";

    private final ReactiveMongoTemplate mongo;

    MongoPractices(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Practice> bySlug(String slug) {
        return Copies.readAll(mongo, Copies.PRACTICES, called(slug), List.of("id", "name"), Named.class)
                .next()
                .map(named -> new Practice(PracticeId.of(named.id()), named.name()));
    }

    static Query called(String slug) {
        return Query.query(Criteria.where(SLUG).is(slug).and("state.status").is("PUBLISHED"));
    }

    /** What this reads of a practice. */
    private record Named(String id, String name) {}
}
