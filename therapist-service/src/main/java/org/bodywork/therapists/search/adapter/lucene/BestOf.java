package org.bodywork.therapists.search.adapter.lucene;

/** The documents with the lowest keys, in their order; of equal keys the lower tie comes first. A binary heap of arrays. */
final class BestOf {

    private final double[] keys;
    private final long[] ties;
    private final int[] documents;
    private int size;

    /**
     * Room for so many.
     *
     * @param most may be 0: then nothing is kept
     */
    BestOf(int most) {
        keys = new double[most];
        ties = new long[most];
        documents = new int[most];
    }

    void offer(double key, long tie, int document) {
        if (size < keys.length) {
            put(size, key, tie, document);
            rise(size);
            size++;
        } else if (size > 0 && isBetter(key, tie, 0)) {
            put(0, key, tie, document);
            sink(0);
        }
    }

    /** All that were kept, best first. Empties this. */
    int[] inOrder() {
        int[] ordered = new int[size];
        while (size > 0) {
            ordered[size - 1] = documents[0];
            size--;
            put(0, keys[size], ties[size], documents[size]);
            sink(0);
        }
        return ordered;
    }

    private void put(int at, double key, long tie, int document) {
        keys[at] = key;
        ties[at] = tie;
        documents[at] = document;
    }

    private boolean isBetter(double key, long tie, int than) {
        return key < keys[than] || (key == keys[than] && tie < ties[than]);
    }

    /** The worst is at the top, so that it is the one to leave. */
    private boolean isWorse(int one, int other) {
        return isBetter(keys[other], ties[other], one);
    }

    private void rise(int from) {
        int at = from;
        while (at > 0 && isWorse(at, (at - 1) / 2)) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void sink(int from) {
        int at = from;
        while (true) {
            int worst = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
                if (isWorse(child, worst)) {
                    worst = child;
                }
            }
            if (worst == at) {
                return;
            }
            swap(at, worst);
            at = worst;
        }
    }

    private void swap(int one, int other) {
        double key = keys[one];
        long tie = ties[one];
        int document = documents[one];
        put(one, keys[other], ties[other], documents[other]);
        put(other, key, tie, document);
    }
}
