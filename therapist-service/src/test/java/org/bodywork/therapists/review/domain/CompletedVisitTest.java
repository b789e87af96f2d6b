package org.bodywork.therapists.review.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.junit.jupiter.api.Test;

class CompletedVisitTest {

    private static final Instant COMPLETED = Instant.parse("2026-11-24T17:03:41Z");

    private final CompletedVisit visit =
            new CompletedVisit(new TokenHash("hash"), new TherapistId(UUID.randomUUID()), COMPLETED);

    @Test
    void mayBeReviewedForNinetyDays() {
        Instant end = COMPLETED.plus(Duration.ofDays(90));

        assertThat(visit.mayBeReviewedAt(end.minusNanos(1))).isTrue();
        assertThat(visit.mayBeReviewedAt(end)).isFalse();
    }

    @Test
    void hasOneReviewOnly() {
        Review first = Review.of(visit, 5, "Good.", COMPLETED);
        Review second = Review.of(visit, 1, "Bad.", COMPLETED.plusSeconds(1));

        assertThat(second.id()).isEqualTo(first.id());
    }
}
