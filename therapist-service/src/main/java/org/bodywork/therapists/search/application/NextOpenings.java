package org.bodywork.therapists.search.application;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The next opening of each therapist, as far as anybody has told. Each has a fixed place in one column of numbers, so
 * that a pass over many looks nothing up. Kept in memory alone: at every start all of it is told again.
 */
public final class NextOpenings {

    /** Nobody has told yet. */
    public static final long UNKNOWN = 0;

    /** Nothing can be booked. */
    public static final long NONE = Long.MAX_VALUE;

    private static final int FIRST_SIZE = 1024;

    private final Map<UUID, Integer> places = new HashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private volatile long[] starts = new long[FIRST_SIZE];
    private long[] sequences = new long[FIRST_SIZE];

    /**
     * What is told of one therapist.
     *
     * @param sequence of the telling; an older one changes nothing
     * @param start none when nothing can be booked
     */
    public record Told(
            UUID therapist, long sequence, @Nullable Instant start) {}

    /** The therapist's place in the column, which never changes. */
    public synchronized int placeOf(UUID therapist) {
        return places.computeIfAbsent(therapist, _ -> places.size());
    }

    /** The start in seconds since the epoch, or {@link #UNKNOWN}, or {@link #NONE}. */
    public long at(int place) {
        long[] known = starts;
        return place < known.length ? known[place] : UNKNOWN;
    }

    public synchronized void put(Collection<Told> told) {
        for (Told each : told) {
            int place = placeOf(each.therapist());
            makeRoomFor(place);
            if (each.sequence() >= sequences[place]) {
                sequences[place] = each.sequence();
                Instant start = each.start();
                starts[place] = start == null ? NONE : start.getEpochSecond();
            }
        }
        generation.incrementAndGet();
    }

    /** Rises after each change. */
    public long generation() {
        return generation.get();
    }

    private void makeRoomFor(int place) {
        if (place >= starts.length) {
            int size = Math.max(2 * starts.length, place + 1);
            sequences = Arrays.copyOf(sequences, size);
            starts = Arrays.copyOf(starts, size);
        }
    }
}
