package org.bodywork.therapists.review.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bodywork.therapists.listing.application.Rated;
import org.bodywork.therapists.listing.application.Ratings;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.BookingRules;
import org.bodywork.therapists.listing.domain.Credentials;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Portrait;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Tally;
import org.bodywork.therapists.listing.domain.Tally.Counted;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.ReviewId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reviews and the tally of one therapist, kept as the ports promise. A test may let something happen right before any of
 * their steps: another worker, a change, or the end of the process.
 */
final class ReviewsInMemory implements Reviews, Ratings {

    private final Therapist therapist;
    private final Map<ReviewId, Stored> stored = new LinkedHashMap<>();
    private Tally tally = Tally.NONE;
    private long sequence = 1;
    private int steps;
    private int interruptedAt = -1;
    private Runnable interruption = () -> {};

    ReviewsInMemory(TherapistId id) {
        therapist = new Therapist(
                id,
                new Slug("june"),
                ListingStatus.PUBLISHED,
                new Portrait("June", null, null, List.of(), null, null, List.of()),
                new PracticeId(id.value()),
                Area.MAPLEWOOD,
                true,
                List.of(),
                List.of(),
                Credentials.NONE,
                List.of(),
                BookingRules.usual(true),
                List.of(),
                Schedule.NONE);
    }

    private record Stored(Review review, long countedVersion, int countedAs, boolean due) {}

    /** Right before the step of that number from now on. */
    void interruptBefore(int step, Runnable what) {
        steps = 0;
        interruptedAt = step;
        interruption = what;
    }

    boolean wasInterrupted() {
        return interruptedAt < 0;
    }

    List<ReviewId> due() {
        return stored.values().stream()
                .filter(Stored::due)
                .map(each -> each.review().id())
                .toList();
    }

    Tally tally() {
        return tally;
    }

    long sequence() {
        return sequence;
    }

    void hide(ReviewId id) {
        Review review = known(id).review();
        Review hidden = review.hidden(new Review.Hiding("why", "operator", review.writtenAt()));
        stored.put(id, new Stored(hidden, known(id).countedVersion(), known(id).countedAs(), true));
    }

    Review put(Review review) {
        stored.put(review.id(), new Stored(review, 0, 0, true));
        return review;
    }

    private Stored known(ReviewId id) {
        return Objects.requireNonNull(stored.get(id));
    }

    private void step() {
        if (steps == interruptedAt) {
            interruptedAt = -1;
            interruption.run();
        }
        steps++;
    }

    @Override
    public Mono<Versioned<Rated>> of(TherapistId id) {
        return Mono.fromSupplier(() -> {
            step();
            return new Versioned<>(new Rated(therapist, tally), sequence);
        });
    }

    @Override
    public Mono<Void> change(Versioned<Rated> rated) {
        return Mono.fromRunnable(() -> {
            step();
            if (rated.sequence() != sequence) {
                throw new ConcurrentChange(therapist.id());
            }
            tally = rated.value().tally();
            sequence++;
        });
    }

    @Override
    public Mono<ToCount> toCount(ReviewId id) {
        return Mono.fromSupplier(() -> {
            step();
            return new ToCount(known(id).review(), known(id).countedAs());
        });
    }

    @Override
    public Mono<Void> counted(Counted counted) {
        return Mono.fromRunnable(() -> {
            step();
            ReviewId id = new ReviewId(counted.review());
            if (known(id).countedVersion() < counted.version()) {
                stored.put(id, new Stored(known(id).review(), counted.version(), counted.rating(), true));
            }
        });
    }

    @Override
    public Mono<Void> settled(Review review) {
        return Mono.fromRunnable(() -> {
            step();
            Stored now = known(review.id());
            if (now.review().version() == review.version() && now.countedAs() == review.counts()) {
                stored.put(review.id(), new Stored(now.review(), now.countedVersion(), now.countedAs(), false));
            }
        });
    }

    @Override
    public Mono<Void> add(Review review) {
        return Mono.error(new UnsupportedOperationException("adding is the store's to test"));
    }

    @Override
    public Mono<Void> change(Review review) {
        return Mono.error(new UnsupportedOperationException("changing is the store's to test"));
    }

    @Override
    public Mono<Review> find(ReviewId id) {
        return Mono.fromSupplier(() -> known(id).review());
    }

    @Override
    public Flux<Review> shown(TherapistId id, int offset, int size) {
        return Flux.error(new UnsupportedOperationException("lists are the store's to test"));
    }

    @Override
    public Mono<Integer> countShown(TherapistId id) {
        return Mono.error(new UnsupportedOperationException("lists are the store's to test"));
    }
}
