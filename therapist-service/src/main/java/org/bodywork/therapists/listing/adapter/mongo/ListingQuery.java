package org.bodywork.therapists.listing.adapter.mongo;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.bodywork.therapists.listing.application.ListingFilter;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Modality;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Filters as queries. Every word comes from a fixed vocabulary, so no query operator can be smuggled in. */
final class ListingQuery {

    static final Sort BY_NAME = Sort.by("listing.name", "_id");

    private ListingQuery() {}

    static Query therapists(ListingFilter filter) {
        Criteria wanted = published();
        anyOf(wanted, "listing.area", coveredAreas(filter), Area::slug);
        anyOf(wanted, "listing.modalities", filter.modalities(), Modality::slug);
        anyOf(wanted, "listing.conditions.condition", filter.conditions(), Condition::slug);
        return Query.query(wanted);
    }

    static Query unclaimedPractices(ListingFilter filter) {
        Criteria wanted = published().and("listing.claimed").is(false);
        anyOf(wanted, "listing.locations.area", coveredAreas(filter), Area::slug);
        return Query.query(wanted);
    }

    static Criteria published() {
        return Criteria.where("listing.status").is(ListingStatus.PUBLISHED.name());
    }

    private static List<Area> coveredAreas(ListingFilter filter) {
        return filter.areas().stream().flatMap(area -> area.covered().stream()).toList();
    }

    private static <T> void anyOf(Criteria wanted, String field, Collection<T> words, Function<T, String> slug) {
        if (!words.isEmpty()) {
            wanted.and(field).in(words.stream().map(slug).distinct().sorted().toList());
        }
    }
}
