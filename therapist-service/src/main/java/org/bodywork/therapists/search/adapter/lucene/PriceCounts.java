package org.bodywork.therapists.search.adapter.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bodywork.therapists.search.domain.Facets;

/** Counts how many cost no more than each of the prices that are counted, among documents that pass everything else. */
final class PriceCounts {

    private final int[] cents =
            Facets.DOLLARS.stream().mapToInt(dollars -> dollars * 100).toArray();

    /** How many cost no more than this price, and more than the one before. */
    private final int[] between = new int[cents.length];

    /** Counts the documents of one segment. */
    void count(long[] documents, Columns columns) {
        for (int word = 0; word < documents.length; word++) {
            for (long left = documents[word]; left != 0; left &= left - 1) {
                int price = columns.cents[word * Long.SIZE + Long.numberOfTrailingZeros(left)];
                int step = 0;
                while (step < cents.length && price > cents[step]) {
                    step++;
                }
                if (step < cents.length) {
                    between[step]++;
                }
            }
        }
    }

    Map<String, Integer> facet() {
        Map<String, Integer> counted = new HashMap<>();
        List<Integer> dollars = Facets.DOLLARS;
        int count = 0;
        for (int step = 0; step < between.length; step++) {
            count += between[step];
            if (count > 0) {
                counted.put(String.valueOf(dollars.get(step)), count);
            }
        }
        return counted;
    }
}
