package org.bodywork.therapists.listing.adapter.web;

import java.util.List;
import java.util.stream.Stream;
import org.bodywork.platform.web.Paging;
import org.bodywork.therapists.listing.application.Found;

/** One page of a search. */
record PageView(long total, int page, int size, List<ItemView> items) {

    static PageView of(Found found, Paging paging) {
        Stream<ItemView> therapists = found.therapists().stream()
                .map(therapist -> ItemView.of(therapist, found.theirPractices().get(therapist.practice())));
        Stream<ItemView> practices = found.unclaimed().stream().map(ItemView::of);
        return new PageView(
                found.total(),
                paging.page(),
                paging.size(),
                Stream.concat(therapists, practices).toList());
    }
}
