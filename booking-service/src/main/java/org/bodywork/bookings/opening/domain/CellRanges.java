package org.bodywork.bookings.opening.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ranges of cells, none of which touches another. */
final class CellRanges {

    static final CellRanges NONE = new CellRanges(new int[0]);

    /** In turn the first cell of a range and the first after it; each higher than the one before. */
    private final int[] bounds;

    CellRanges(int[] bounds) {
        this.bounds = bounds;
    }

    int[] bounds() {
        return bounds;
    }

    List<TimeSpan> spans() {
        List<TimeSpan> spans = new ArrayList<>();
        for (int at = 0; at < bounds.length; at += 2) {
            spans.add(Cells.span(bounds[at], bounds[at + 1]));
        }
        return spans;
    }

    /** Whether any of the cells from {@code first} until, and not including, {@code after} is among them. */
    boolean touch(long first, long after) {
        int found = Arrays.binarySearch(bounds, Math.toIntExact(first));
        int passed = found >= 0 ? found + 1 : -found - 1;
        boolean within = passed % 2 == 1;
        return within || (passed < bounds.length && bounds[passed] < after);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellRanges ranges && Arrays.equals(bounds, ranges.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** Takes ranges in whatever order they come and however they overlap. */
    static final class Collector {

        /** The first cell in the upper half, so that they sort by it. */
        private long[] ranges = new long[8];

        private int size;

        void add(long first, long after) {
            if (first >= after) {
                return;
            }
            if (size == ranges.length) {
                ranges = Arrays.copyOf(ranges, 2 * size);
            }
            ranges[size++] = ((long) Math.toIntExact(first) << Integer.SIZE) | (Math.toIntExact(after) & 0xFFFF_FFFFL);
        }

        CellRanges merged() {
            Arrays.sort(ranges, 0, size);
            int[] bounds = new int[2 * size];
            int count = 0;
            for (int at = 0; at < size; at++) {
                int first = (int) (ranges[at] >> Integer.SIZE);
                int after = (int) ranges[at];
                if (count > 0 && first <= bounds[count - 1]) {
                    bounds[count - 1] = Math.max(after, bounds[count - 1]);
                } else {
                    bounds[count++] = first;
                    bounds[count++] = after;
                }
            }
            return new CellRanges(Arrays.copyOf(bounds, count));
        }
    }
}
