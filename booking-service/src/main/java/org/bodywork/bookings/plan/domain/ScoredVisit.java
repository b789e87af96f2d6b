package org.bodywork.bookings.plan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a client was around one visit, as far as that is known. */
public record ScoredVisit(
        LocalDate on,
        @Nullable Measurement before,
        @Nullable Measurement after,
        @Nullable Score day1,
        @Nullable Score day3) {

    /** A rise of so much is told to the therapist at once. */
    public static final int SHARP = 3;

    /** One of which nothing is known. */
    public static ScoredVisit unknown(Instant start, ZoneId zone) {
        return new ScoredVisit(start.atZone(zone).toLocalDate(), null, null, null, null);
    }

    /** A change that is felt. */
    static final int FELT = 2;

    /** The first pain that is known of the visit. */
    public OptionalInt first() {
        return pains(false);
    }

    /** What lasted of it: the last pain that is known. */
    public OptionalInt lasting() {
        return pains(true);
    }

    private OptionalInt pains(boolean last) {
        return Stream.of(
                        Optional.ofNullable(before).map(Measurement::pain),
                        Optional.ofNullable(after).map(Measurement::pain),
                        Optional.ofNullable(day1).map(Score::pain),
                        Optional.ofNullable(day3).map(Score::pain))
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .reduce((one, next) -> last ? next : one);
    }

    boolean isKnown() {
        return first().isPresent();
    }

    /** Whether it helped so that it is felt, and all of that was gone three days later. */
    boolean faded() {
        return before != null
                && after != null
                && day3 != null
                && before.pain() - after.pain() >= FELT
                && day3.pain() >= before.pain();
    }

    /**
     * Whether the therapist should know at once: a red flag, or pain that is worse by {@value #SHARP} than before the visit
     * or than when it was last asked about.
     */
    public boolean asksForAttention(Score score) {
        boolean worseThanBefore = before != null && score.pain() - before.pain() >= SHARP;
        boolean worseThanLast =
                lasting().isPresent() && score.pain() - lasting().getAsInt() >= SHARP;
        return score.raisesFlag() || worseThanBefore || worseThanLast;
    }

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "a scored visit on " + on;
    }
}
