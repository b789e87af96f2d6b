package org.bodywork.therapists.listing.domain;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;

/** The hours of every week, in order. A day is spent at one location and its ranges do not overlap. */
public record WeeklySchedule(List<WorkingRange> ranges) {

    private static final Comparator<WorkingRange> IN_ORDER =
            Comparator.comparing(WorkingRange::day).thenComparing(WorkingRange::hours);

    static final WeeklySchedule NONE = new WeeklySchedule(List.of());

    public WeeklySchedule {
        ranges = ranges.stream().sorted(IN_ORDER).toList();
        for (int next = 1; next < ranges.size(); next++) {
            ranges.get(next - 1).clashWith(ranges.get(next)).ifPresent(clash -> {
                throw new InvalidValue(clash);
            });
        }
    }

    WorkingDay on(DayOfWeek day) {
        List<WorkingRange> thatDay =
                ranges.stream().filter(range -> range.day() == day).toList();
        return thatDay.isEmpty()
                ? WorkingDay.OFF
                : new WorkingDay(
                        thatDay.getFirst().location(),
                        thatDay.stream().map(WorkingRange::hours).toList());
    }
}
