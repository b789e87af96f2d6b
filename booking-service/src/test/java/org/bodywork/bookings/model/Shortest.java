package org.bodywork.bookings.model;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Leaves out of a failing sequence whatever it fails without, halves first, single commands last. */
final class Shortest {

    private Shortest() {}

    static <T> List<T> of(List<T> failing, Predicate<List<T>> fails) {
        List<T> shortest = failing;
        for (int piece = Math.max(1, failing.size() / 2); piece >= 1; piece /= 2) {
            for (int from = 0; from < shortest.size(); ) {
                List<T> rest = without(shortest, from, piece);
                if (fails.test(rest)) {
                    shortest = rest;
                } else {
                    from += piece;
                }
            }
        }
        return shortest;
    }

    private static <T> List<T> without(List<T> all, int from, int count) {
        return IntStream.range(0, all.size())
                .filter(index -> index < from || index >= from + count)
                .mapToObj(all::get)
                .toList();
    }
}
