package org.bodywork.bookings.plan.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as far as it has come.
 *
 * @param planned how many visits were agreed on
 * @param visits those that took place, in order, scored or not
 * @param decidedAt when the therapist last decided how it goes on; null before that
 * @param techniqueChangedAfter how many visits there were when the technique was last changed; null when it never was
 */
public record CourseOfCare(
        int planned,
        Cadence every,
        List<ScoredVisit> visits,
        @Nullable Instant decidedAt,
        @Nullable Integer techniqueChangedAfter) {

    public CourseOfCare {
        visits = List.copyOf(visits);
    }

    boolean isOver() {
        return visits.size() >= planned;
    }

    List<ScoredVisit> known() {
        return visits.stream().filter(ScoredVisit::isKnown).toList();
    }

    /** By how many points what lasted of the latest visit is worse than what lasted of the one before; 0 where it is not. */
    public int rise() {
        List<ScoredVisit> known = known();
        if (known.size() < 2) {
            return 0;
        }
        int now = known.getLast().lasting().orElseThrow();
        int before = known.get(known.size() - 2).lasting().orElseThrow();
        return Math.max(0, now - before);
    }

    /** Whether a red flag was raised that the therapist has not decided upon since. */
    boolean hasOpenFlag() {
        return visits.stream().anyMatch(visit -> isOpen(visit.day1()) || isOpen(visit.day3()));
    }

    private boolean isOpen(@Nullable Score score) {
        return score != null
                && score.raisesFlag()
                && (decidedAt == null || score.at().isAfter(decidedAt));
    }

    /** Whether so many visits took place since another technique was tried. */
    boolean hasTriedAnother(int visitsSince) {
        return techniqueChangedAfter != null && visits.size() - techniqueChangedAfter >= visitsSince;
    }
}
