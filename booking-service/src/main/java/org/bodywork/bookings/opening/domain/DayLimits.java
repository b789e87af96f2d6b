package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much a therapist does on one local date, which is that of a visit's start. Buffers are no treatment.
 *
 * @param visits at most so many
 * @param handsOn at most so long in all
 * @param inARow how long at a stretch
 */
public record DayLimits(
        @Nullable Integer visits,
        @Nullable Duration handsOn,
        @Nullable InARow inARow) {

    public static final DayLimits NONE = new DayLimits(null, null, null);

    public DayLimits {
        if (visits != null && visits < 1) {
            throw new IllegalArgumentException("a day has room for a visit");
        }
    }

    /**
     * Work without a rest.
     *
     * @param most hands-on time until a rest is due
     * @param rest free of visits; a shorter gap is none
     */
    public record InARow(Duration most, Duration rest) {

        /** What is worked without a rest before, during and after the visit. */
        private boolean allows(TimeSpan visit, List<TimeSpan> others) {
            List<TimeSpan> day = Stream.concat(Stream.of(visit), others.stream())
                    .sorted(Comparator.comparing(TimeSpan::from))
                    .toList();
            Duration worked = Duration.ZERO;
            Instant end = day.getFirst().from();
            boolean included = false;
            for (TimeSpan each : day) {
                if (!each.from().isBefore(end.plus(rest))) {
                    if (included) {
                        break;
                    }
                    worked = Duration.ZERO;
                }
                worked = worked.plus(each.length());
                end = each.until().isAfter(end) ? each.until() : end;
                included |= each.equals(visit);
            }
            return worked.compareTo(most) <= 0;
        }
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Whether the visit can be added to the others of its date. */
    public boolean allow(TimeSpan visit, List<TimeSpan> others) {
        return (visits == null || others.size() < visits)
                && (handsOn == null || handsOn(visit, others).compareTo(handsOn) <= 0)
                && (inARow == null || inARow.allows(visit, others));
    }

    private static Duration handsOn(TimeSpan visit, List<TimeSpan> others) {
        return others.stream().map(TimeSpan::length).reduce(visit.length(), Duration::plus);
    }
}
