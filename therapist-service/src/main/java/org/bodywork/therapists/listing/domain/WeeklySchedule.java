package org.bodywork.therapists.listing.domain;

import java.util.Comparator;
import java.util.List;

/** The hours of every week, in order. A day is spent at one location and its ranges do not overlap. */
public record WeeklySchedule(List<WorkingRange> ranges) {

    private static final Comparator<WorkingRange> IN_ORDER =
            Comparator.comparing(WorkingRange::day).thenComparing(WorkingRange::from);

    public WeeklySchedule {
        ranges = ranges.stream().sorted(IN_ORDER).toList();
        for (int next = 1; next < ranges.size(); next++) {
            requireApart(ranges.get(next - 1), ranges.get(next));
        }
    }

    long longestMinutes() {
        return ranges.stream().mapToLong(WorkingRange::minutes).max().orElse(0);
    }

    private static void requireApart(WorkingRange earlier, WorkingRange later) {
        if (earlier.overlaps(later)) {
            throw new InvalidValue("%s-%s overlaps %s-%s on %s"
                    .formatted(earlier.from(), earlier.to(), later.from(), later.to(), earlier.day()));
        }
        if (earlier.day() == later.day() && !earlier.location().equals(later.location())) {
            throw new InvalidValue("two locations on " + earlier.day());
        }
    }
}
