package org.bodywork.therapists.search.adapter.lucene;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a segment that pass every filter, and for each filter those that fail it alone: a bit a document. Whoever
 * fails two is in neither, and counts nowhere.
 */
final class Filtered {

    private final long[] passing;
    private final long[] @Nullable [] failing = new long[Filters.COUNT][];

    /**
     * Nothing filtered yet.
     *
     * @param candidates becomes what passes
     */
    Filtered(long[] candidates) {
        passing = candidates;
    }

    /**
     * Applies one more filter, which was not applied before.
     *
     * @param satisfying sets of documents; being in any of them is enough
     */
    void apply(int filter, long[][] satisfying) {
        long[] failingOnly = new long[passing.length];
        for (int word = 0; word < passing.length; word++) {
            long satisfied = 0;
            for (long[] each : satisfying) {
                satisfied |= each[word];
            }
            for (long[] before : failing) {
                if (before != null) {
                    before[word] &= satisfied;
                }
            }
            failingOnly[word] = passing[word] & ~satisfied;
            passing[word] &= satisfied;
        }
        failing[filter] = failingOnly;
    }

    /** Leaves out, of all that may still count, those that do not hold. */
    void retain(IntPredicate holds) {
        for (int word = 0; word < passing.length; word++) {
            long kept = passing[word];
            for (long[] each : failing) {
                kept |= each == null ? 0 : each[word];
            }
            for (long left = kept; left != 0; left &= left - 1) {
                if (!holds.test(word * Long.SIZE + Long.numberOfTrailingZeros(left))) {
                    kept &= ~Long.lowestOneBit(left);
                }
            }
            passing[word] &= kept;
            for (long[] each : failing) {
                if (each != null) {
                    each[word] &= kept;
                }
            }
        }
    }

    long[] passing() {
        return passing;
    }

    /** Of those who would pass if that one filter had not been set, how many are among the others. */
    int countedAmong(long[] others, int filter) {
        long[] failingOnly = failing[filter];
        int count = 0;
        for (int word = 0; word < passing.length; word++) {
            long counted = failingOnly == null ? passing[word] : passing[word] | failingOnly[word];
            count += Long.bitCount(counted & others[word]);
        }
        return count;
    }
}
