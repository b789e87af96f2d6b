package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.therapists.listing.application.SlugTaken;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Dated;
import org.bson.Document;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Queries over published and changed listings. */
final class ListingQuery {

    private ListingQuery() {}

    static Criteria published() {
        return Criteria.where("listing.status").is(ListingStatus.PUBLISHED.name());
    }

    /** The ids alone, with the moment. */
    static <K> Flux<Dated<K>> changedSince(
            ReactiveMongoTemplate mongo, String collection, Instant moment, Function<UUID, K> id) {
        Query changed = Query.query(Criteria.where("changedAt").gte(moment));
        changed.fields().include("_id", "changedAt");
        return mongo.find(changed, ChangedDocument.class, collection)
                .map(found -> new Dated<>(id.apply(UUID.fromString(found.id())), found.changedAt()));
    }

    /** The part of a listing's document that says when it was changed last. */
    record ChangedDocument(@Id String id, Instant changedAt) {}

    /** Ids are stored as their text. */
    static Criteria withIds(Collection<?> ids) {
        return Criteria.where("_id").in(ids.stream().map(Object::toString).toList());
    }

    /** By slug, the id that has it. */
    private static Mono<Map<String, String>> holders(ReactiveMongoTemplate mongo, String collection, List<Slug> slugs) {
        Query those = Query.query(Criteria.where("listing.slug")
                .in(slugs.stream().map(Slug::value).toList()));
        those.fields().include("_id", "listing.slug");
        return mongo.find(those, Document.class, collection)
                .collectMap(
                        found -> found.getEmbedded(List.of("listing", "slug"), String.class),
                        found -> found.getString("_id"));
    }

    /** The ids of those whose slug is another's. */
    static <K, T> Mono<Set<K>> taken(
            ReactiveMongoTemplate mongo, String collection, List<T> wanted, Function<T, Slug> slug, Function<T, K> id) {
        return holders(mongo, collection, wanted.stream().map(slug).toList())
                .map(holder -> wanted.stream()
                        .filter(each -> {
                            String own = String.valueOf(id.apply(each));
                            return !own.equals(
                                    holder.getOrDefault(slug.apply(each).value(), own));
                        })
                        .map(id)
                        .collect(Collectors.toSet()));
    }

    /** A write was lost either against another of the same listing, or against the slug of another listing. */
    static Mono<Void> explain(
            ReactiveMongoTemplate mongo, String collection, ConcurrentChange lost, Slug slug, Object id) {
        Criteria another =
                Criteria.where("listing.slug").is(slug.value()).and("_id").ne(id.toString());
        return mongo.exists(Query.query(another), collection)
                .flatMap(taken -> Mono.error(taken ? new SlugTaken(slug) : lost));
    }
}
