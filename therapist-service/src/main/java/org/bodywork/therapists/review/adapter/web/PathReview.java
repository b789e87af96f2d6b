package org.bodywork.therapists.review.adapter.web;

import java.util.UUID;
import org.bodywork.therapists.review.domain.ReviewId;

/** Ids in paths: what is no id names nothing, like any other unknown one. */
final class PathReview {

    private static final ReviewId NOBODYS = new ReviewId(new UUID(0, 0));

    private PathReview() {}

    static ReviewId of(String text) {
        try {
            return new ReviewId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return NOBODYS;
        }
    }
}
