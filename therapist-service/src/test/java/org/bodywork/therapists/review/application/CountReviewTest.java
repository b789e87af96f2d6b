package org.bodywork.therapists.review.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.bodywork.therapists.listing.domain.Rating;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.domain.Review;
import org.bodywork.therapists.review.domain.ReviewId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountReviewTest {

    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final Instant NOW = Instant.parse("2026-11-24T17:03:41Z");

    private final ReviewsInMemory world = new ReviewsInMemory();
    private final CountReview counting = new CountReview(world, world);

    /** More than counting one review and its end take, whatever comes between. */
    static IntStream everyStep() {
        return IntStream.range(0, 12);
    }

    @Test
    void countsEachReviewOnce() {
        review(5);
        review(2);

        countAllDue();

        assertThat(world.tally().rating()).isEqualTo(new Rating(7, 2));
    }

    @Test
    void takesAHiddenReviewOutAgain() {
        Review good = review(5);
        review(2);
        countAllDue();

        world.hide(good.id());
        countAllDue();

        assertThat(world.tally().rating()).isEqualTo(new Rating(2, 1));
    }

    @Test
    void countsAReviewAgainThatIsShownAgain() {
        Review good = review(5);
        review(2);
        world.hide(good.id());
        countAllDue();

        world.showAgain(good.id());
        countAllDue();

        assertThat(world.tally().rating()).isEqualTo(new Rating(7, 2));
    }

    @Test
    void hasNoRatingWithoutAReviewThatCounts() {
        Review only = review(5);
        countAllDue();

        world.hide(only.id());
        countAllDue();

        assertThat(world.tally().rating()).isNull();
    }

    @Test
    void changesNothingWhenItIsAskedAgain() {
        Review review = review(4);
        countAllDue();
        int before = world.changes();

        count(review.id());

        assertThat(world.changes()).isEqualTo(before);
        assertThat(world.tally().rating()).isEqualTo(new Rating(4, 1));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void countsOnceWhereverTheProcessIsKilled(int step) {
        Review first = review(5);
        review(3);
        world.interruptBefore(step, () -> {
            throw new Killed();
        });

        countUntilKilled();
        countAllDue();
        world.hide(first.id());
        countUntilKilled();
        countAllDue();

        assertThat(world.tally().rating()).isEqualTo(new Rating(3, 1));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void countsOnceWhenAnotherWorkerComesBetweenAnySteps(int step) {
        between(step, (review, _) -> count(review.id()), new Rating(5 + 3, 2));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void countsOnceWhenAnotherReviewIsCountedBetweenAnySteps(int step) {
        between(step, (_, other) -> count(other.id()), new Rating(5 + 3, 2));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void endsWithoutAReviewThatIsHiddenBetweenAnySteps(int step) {
        between(step, (review, _) -> world.hide(review.id()), new Rating(3, 1));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void endsWithoutAReviewThatIsHiddenAndCountedElsewhereBetweenAnySteps(int step) {
        between(
                step,
                (review, other) -> {
                    world.hide(review.id());
                    count(review.id());
                    count(other.id());
                },
                new Rating(3, 1));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void endsWithoutAReviewThatIsHiddenWhileAnotherWorkerIsKilled(int step) {
        between(
                step,
                (review, _) -> {
                    world.hide(review.id());
                    world.interruptBefore(3, () -> {
                        throw new Killed();
                    });
                    countUntilKilled();
                },
                new Rating(3, 1));
    }

    private void between(int step, BiConsumer<Review, Review> what, Rating expected) {
        Review review = review(5);
        Review other = review(3);
        world.interruptBefore(step, () -> what.accept(review, other));

        count(review.id());
        countAllDue();

        // Where there was no such step any more, it happens afterwards.
        if (!world.wasInterrupted()) {
            what.accept(review, other);
            countAllDue();
        }
        assertThat(world.tally().rating()).isEqualTo(expected);
        assertThat(world.due()).isEmpty();
    }

    private Review review(int stars) {
        return world.put(
                new Review(new ReviewId(UUID.randomUUID()), 1, JUNE, stars, "It helped.", NOW, false, null, null));
    }

    private void count(ReviewId id) {
        counting.count(id, JUNE).block();
    }

    private void countUntilKilled() {
        try {
            countAllDue();
        } catch (Killed expected) {
            // The next worker goes on from here.
        }
    }

    private void countAllDue() {
        for (List<ReviewId> due = world.due(); !due.isEmpty(); due = world.due()) {
            count(due.getFirst());
        }
    }

    /** The process is gone. */
    private static final class Killed extends RuntimeException {

        Killed() {
            super("killed", null, false, false);
        }
    }
}
