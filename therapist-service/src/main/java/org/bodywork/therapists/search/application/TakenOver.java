package org.bodywork.therapists.search.application;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.bodywork.therapists.store.Dated;

/**
 * Which of the latest changes are in the index, a number each: after an import the minutes that every look goes back
 * hold everybody, and reading all of them again would find nothing.
 */
final class TakenOver {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] known = {};
    private final Numbers since = new Numbers();

    /** Notes a change that is in the index now. */
    void add(Dated<UUID> change) {
        since.add(numberOf(change.value(), change.changedAt()));
    }

    /** Begins to look through all changes of a time; in the end nothing else is known. */
    Look look() {
        known = since.sortedWith(known);
        since.clear();
        return new Look();
    }

    private static long numberOf(UUID id, Instant changedAt) {
        long number = (id.getMostSignificantBits() * SPREAD) ^ id.getLeastSignificantBits();
        return (number ^ changedAt.toEpochMilli()) * SPREAD;
    }

    /** One pass through the changes. */
    final class Look {

        private final Numbers seen = new Numbers();

        boolean isNew(Dated<UUID> change) {
            long number = numberOf(change.value(), change.changedAt());
            seen.add(number);
            return Arrays.binarySearch(known, number) < 0;
        }

        /** All that was seen is in the index. */
        void end() {
            known = seen.sortedWith(new long[0]);
        }
    }

    /** A growing list without an object for each. */
    private static final class Numbers {

        private long[] all = new long[256];
        private int size;

        void add(long number) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = number;
        }

        void clear() {
            all = new long[256];
            size = 0;
        }

        long[] sortedWith(long[] others) {
            long[] joined = Arrays.copyOf(others, others.length + size);
            System.arraycopy(all, 0, joined, others.length, size);
            Arrays.sort(joined);
            return joined;
        }
    }
}
