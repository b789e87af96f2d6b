package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * When a therapist is busy elsewhere, by a calendar that is not ours: every cell that it touches, so that nobody is
 * booked into the rest of one.
 */
public final class OutsideTimes {

    public static final OutsideTimes NONE = new OutsideTimes(new int[0]);

    /** In turn the first cell of a time and the first after it; each higher than the one before. */
    private final int[] bounds;

    private OutsideTimes(int[] bounds) {
        this.bounds = bounds;
    }

    /** What these times come to, in whatever order they are and however they overlap. */
    public static OutsideTimes of(Collection<TimeSpan> times) {
        List<Integer> bounds = new ArrayList<>();
        times.stream().sorted(Comparator.comparing(TimeSpan::from)).forEach(time -> {
            int first = Math.toIntExact(Cells.first(time));
            int after = Math.toIntExact(Cells.afterLast(time));
            if (!bounds.isEmpty() && first <= bounds.getLast()) {
                bounds.set(bounds.size() - 1, Math.max(after, bounds.getLast()));
            } else if (first < after) {
                bounds.add(first);
                bounds.add(after);
            }
        });
        return ofBounds(bounds);
    }

    /** As {@link #bounds} gave them. */
    public static OutsideTimes ofBounds(List<Integer> bounds) {
        return bounds.isEmpty()
                ? NONE
                : new OutsideTimes(bounds.stream().mapToInt(Integer::intValue).toArray());
    }

    /** For storing. */
    public List<Integer> bounds() {
        return Arrays.stream(bounds).boxed().toList();
    }

    public List<TimeSpan> spans() {
        List<TimeSpan> spans = new ArrayList<>();
        for (int at = 0; at < bounds.length; at += 2) {
            spans.add(new TimeSpan(moment(bounds[at]), moment(bounds[at + 1])));
        }
        return spans;
    }

    public boolean touch(TimeSpan span) {
        int found = Arrays.binarySearch(bounds, Math.toIntExact(Cells.first(span)));
        int passed = found >= 0 ? found + 1 : -found - 1;
        boolean within = passed % 2 == 1;
        return within || (passed < bounds.length && bounds[passed] < Cells.afterLast(span));
    }

    private static Instant moment(int cell) {
        return Instant.EPOCH.plus(Cells.LENGTH.multipliedBy(cell));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutsideTimes times && Arrays.equals(bounds, times.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        return spans().toString();
    }
}
