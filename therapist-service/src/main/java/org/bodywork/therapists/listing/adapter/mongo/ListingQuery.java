package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Instant;
import java.util.Collection;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Slug;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Queries over published and changed listings. */
final class ListingQuery {

    private ListingQuery() {}

    static Criteria published() {
        return Criteria.where("listing.status").is(ListingStatus.PUBLISHED.name());
    }

    /** The ids alone. */
    static Query changedSince(Instant moment) {
        Query changed = Query.query(Criteria.where("changedAt").gte(moment));
        changed.fields().include("_id");
        return changed;
    }

    /** Ids are stored as their text. */
    static Criteria withIds(Collection<?> ids) {
        return Criteria.where("_id").in(ids.stream().map(Object::toString).toList());
    }

    static Criteria slugOfAnother(Slug slug, Object id) {
        return Criteria.where("listing.slug").is(slug.value()).and("_id").ne(id.toString());
    }
}
