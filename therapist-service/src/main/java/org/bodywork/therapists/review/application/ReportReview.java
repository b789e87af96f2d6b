package org.bodywork.therapists.review.application;

import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.review.domain.Report;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.ReviewId;
import reactor.core.publisher.Mono;

/** Takes a hint that a review should not be there. It changes nothing by itself: people decide. */
public final class ReportReview {

    private final Reviews reviews;
    private final Reports reports;
    private final BusinessClock clock;

    public ReportReview(Reviews reviews, Reports reports, BusinessClock clock) {
        this.reviews = reviews;
        this.reports = reports;
        this.clock = clock;
    }

    public Mono<Void> report(ReviewId id, String reporter, String reason) {
        return Mono.defer(() -> reviews.find(id))
                .filter(review -> !review.isHidden())
                .switchIfEmpty(Mono.error(ReviewRejection.UnknownReview::new))
                .flatMap(review -> reports.add(report(review, reporter, reason)));
    }

    private Report report(Review review, String reporter, String reason) {
        return new Report(review.id(), review.therapist(), reporter, reason, clock.now());
    }
}
