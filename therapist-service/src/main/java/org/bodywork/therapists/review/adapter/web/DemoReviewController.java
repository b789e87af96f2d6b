package org.bodywork.therapists.review.adapter.web;

import org.bodywork.platform.web.Body;
import org.bodywork.therapists.review.application.InventReview;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For whoever loads the demo listings; reachable with the internal token only. */
@RestController
class DemoReviewController {

    private final InventReview inventing;

    DemoReviewController(InventReview inventing) {
        this.inventing = inventing;
    }

    @Body("demo-review")
    record DemoReview(String therapist, int rating, String text, int daysAgo) {}

    @PostMapping("/internal/demo-reviews")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ReviewView> invent(@RequestBody DemoReview review) {
        String text = ReviewText.of(review.text(), "/text");
        return inventing
                .invent(review.therapist(), review.rating(), text, review.daysAgo())
                .map(ReviewView::of);
    }
}
