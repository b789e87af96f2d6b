package org.bodywork.therapists.review.adapter.web;

import java.util.List;
import java.util.stream.IntStream;
import org.bodywork.platform.web.Body;
import org.bodywork.therapists.review.application.InventReview;
import org.bodywork.therapists.review.application.InventReview.Invented;
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

    @Body("demo-reviews")
    record DemoReviews(List<DemoReview> reviews) {

        private List<Invented> invented() {
            return IntStream.range(0, reviews.size())
                    .mapToObj(at -> reviews.get(at).invented("/reviews/" + at))
                    .toList();
        }
    }

    record DemoReview(String therapist, int rating, String text, int daysAgo) {

        private Invented invented(String pointer) {
            return new Invented(therapist, rating, ReviewText.of(text, pointer + "/text"), daysAgo);
        }
    }

    /** All of them. */
    record InventedView(List<ReviewView> items) {}

    @PostMapping("/internal/demo-reviews")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<InventedView> invent(@RequestBody DemoReviews body) {
        return inventing
                .invent(body.invented())
                .map(reviews ->
                        new InventedView(reviews.stream().map(ReviewView::of).toList()));
    }
}
