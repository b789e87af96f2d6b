package org.bodywork.therapists.review.application;

import java.util.List;
import org.bodywork.therapists.listing.application.ShowListing;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.domain.Report;
import org.bodywork.therapists.review.domain.Review;
import reactor.core.publisher.Mono;

/** Lists reviews: a therapist's for everybody, reported ones for those who run the directory. */
public final class ShowReviews {

    private final ShowListing listing;
    private final Reviews reviews;
    private final Reports reports;

    public ShowReviews(ShowListing listing, Reviews reviews, Reports reports) {
        this.listing = listing;
        this.reviews = reviews;
        this.reports = reports;
    }

    /** Part of a longer list. */
    public record Part<T>(int total, List<T> items) {}

    /** What a report is about; the review may have been hidden since. */
    public record Reported(Report report, Review review) {}

    /** By id or slug; fails as showing the listing does. */
    public Mono<Part<Review>> of(String therapist, int offset, int size) {
        return listing.therapist(therapist)
                .map(profile -> profile.value().therapist().id())
                .flatMap(id -> of(id, offset, size));
    }

    private Mono<Part<Review>> of(TherapistId therapist, int offset, int size) {
        return Mono.zip(
                reviews.countShown(therapist),
                reviews.shown(therapist, offset, size).collectList(),
                Part::new);
    }

    public Mono<Part<Reported>> reported(int offset, int size) {
        return Mono.zip(
                reports.count(),
                reports.all(offset, size)
                        .concatMap(report -> reviews.find(report.review()).map(review -> new Reported(report, review)))
                        .collectList(),
                Part::new);
    }
}
