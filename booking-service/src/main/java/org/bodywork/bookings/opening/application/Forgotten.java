package org.bodywork.bookings.opening.application;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When what was last forgotten. What is remembered is served only if everything it depends on was last forgotten before
 * its reading began. So a reading that is overtaken is never served, however late it is stored, and nothing needs a
 * lock. Subjects share marks by their hash, which now and then forgets too much and never too little.
 */
final class Forgotten {

    private static final int MARKS = 1 << 14;

    private final AtomicLong moments = new AtomicLong();
    private final AtomicLong everything = new AtomicLong();
    private final AtomicLongArray last = new AtomicLongArray(MARKS);

    long now() {
        return moments.get();
    }

    void add(Object subject) {
        last.accumulateAndGet(markOf(subject), moments.incrementAndGet(), Math::max);
    }

    void addEverything() {
        everything.accumulateAndGet(moments.incrementAndGet(), Math::max);
    }

    boolean nothingOf(int[] marks, long since) {
        return everything.get() <= since && IntStream.of(marks).allMatch(mark -> last.get(mark) <= since);
    }

    static int[] marksOf(Stream<?> subjects) {
        return subjects.mapToInt(Forgotten::markOf).toArray();
    }

    private static int markOf(Object subject) {
        int hash = Objects.hashCode(subject);
        return Math.floorMod(hash ^ (hash >>> 16), MARKS);
    }
}
