package org.bodywork.therapists.review.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bodywork.therapists.listing.application.Ratings;
import org.bodywork.therapists.listing.domain.Tally;
import org.bodywork.therapists.listing.domain.Tally.Counted;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.Review.Decision;
import org.bodywork.therapists.review.domain.ReviewId;
import org.bodywork.therapists.store.ConcurrentChange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reviews and the tally of one therapist, kept as the ports promise. A test may let something happen right before any of
 * their steps: another worker, a change, or the end of the process.
 */
final class ReviewsInMemory implements Reviews, Ratings {

    private final Map<ReviewId, Stored> stored = new LinkedHashMap<>();
    private Tally tally = Tally.NONE;
    private int changes;
    private int steps;
    private int interruptedAt = -1;
    private Runnable interruption = () -> {};

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

    int changes() {
        return changes;
    }

    void hide(ReviewId id) {
        decide(id, true);
    }

    void showAgain(ReviewId id) {
        decide(id, false);
    }

    private void decide(ReviewId id, boolean hides) {
        Review review = known(id).review();
        Review decided = review.decided(new Decision(hides, "why", "operator", review.writtenAt()));
        stored.put(id, new Stored(decided, known(id).countedVersion(), known(id).countedAs(), true));
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
    public Mono<Tally> of(TherapistId id) {
        return Mono.fromSupplier(() -> {
            step();
            return tally;
        });
    }

    @Override
    public Mono<Void> change(TherapistId id, Tally seen, Tally next) {
        return Mono.fromRunnable(() -> {
            step();
            if (!Objects.equals(seen.last(), tally.last())) {
                throw new ConcurrentChange(id);
            }
            tally = next;
            changes++;
        });
    }

    @Override
    public Mono<Void> dropWords(ReviewId id) {
        return Mono.error(new UnsupportedOperationException("nobody is forgotten here"));
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
    public Mono<Void> decide(Review review, Decision made) {
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
