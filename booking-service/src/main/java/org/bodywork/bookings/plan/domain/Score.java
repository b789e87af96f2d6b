package org.bodywork.bookings.plan.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client answered a day, or three days, after a visit.
 *
 * @param pain as of a {@link Measurement}, and {@code function} too
 */
public record Score(int pain, @Nullable Integer function, Set<RedFlag> flags, Instant at) {

    public Score {
        flags = Set.copyOf(flags);
    }

    public boolean raisesFlag() {
        return !flags.isEmpty();
    }

    /** Whether both say the same, whenever they were given. */
    public boolean saysAs(Score other) {
        return new Score(pain, function, flags, other.at).equals(other);
    }

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "a score";
    }
}
