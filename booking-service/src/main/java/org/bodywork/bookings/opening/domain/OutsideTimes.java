package org.bodywork.bookings.opening.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * When a therapist is busy elsewhere, by a calendar that is not ours: every cell that it touches, so that nobody is
 * booked into the rest of one.
 */
public final class OutsideTimes {

    public static final OutsideTimes NONE = new OutsideTimes(CellRanges.NONE);

    private final CellRanges cells;

    private OutsideTimes(CellRanges cells) {
        this.cells = cells;
    }

    /** What these times come to, in whatever order they are and however they overlap. */
    public static OutsideTimes of(Collection<TimeSpan> times) {
        CellRanges.Collector cells = new CellRanges.Collector();
        times.forEach(time -> cells.add(Cells.first(time), Cells.afterLast(time)));
        return new OutsideTimes(cells.merged());
    }

    /** As {@link #bounds} gave them. */
    public static OutsideTimes ofBounds(List<Integer> bounds) {
        return bounds.isEmpty()
                ? NONE
                : new OutsideTimes(new CellRanges(
                        bounds.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** For storing: in turn the first cell of a time and the first after it. */
    public List<Integer> bounds() {
        return Arrays.stream(cells.bounds()).boxed().toList();
    }

    public List<TimeSpan> spans() {
        return cells.spans();
    }

    public boolean touch(TimeSpan span) {
        return cells.touch(Cells.first(span), Cells.afterLast(span));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutsideTimes times && cells.equals(times.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return spans().toString();
    }
}
