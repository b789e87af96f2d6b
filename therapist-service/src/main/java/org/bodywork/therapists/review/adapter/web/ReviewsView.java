package org.bodywork.therapists.review.adapter.web;

import java.util.List;
import org.bodywork.platform.web.Paging;
import org.bodywork.therapists.review.application.ShowReviews;
import org.bodywork.therapists.review.domain.Review;

/** A part of a therapist's reviews, the newest first. */
record ReviewsView(int total, int page, int size, List<ReviewView> items) {

    static ReviewsView of(ShowReviews.Part<Review> part, Paging paging) {
        return new ReviewsView(
                part.total(),
                paging.page(),
                paging.size(),
                part.items().stream().map(ReviewView::of).toList());
    }
}
