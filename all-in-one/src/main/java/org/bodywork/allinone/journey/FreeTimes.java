package org.bodywork.allinone.journey;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Openings that do not get in each other's way, in no order, each handed out once. */
public final class FreeTimes {

    /** Longer than any demo treatment with its buffer. */
    private static final Duration APART = Duration.ofHours(3);

    private static final int DAYS = 60;
    private static final long SEED = 42;

    private final Deque<FreeTime> left;

    private FreeTimes(List<FreeTime> times) {
        this.left = new ArrayDeque<>(times);
    }

    /** One that can be booked, with whom. */
    public record FreeTime(DemoTherapist therapist, OffsetDateTime start) {}

    /**
     * Looks up the openings of all who confirm at once.
     *
     * @throws IllegalStateException when there are fewer than needed
     */
    public static FreeTimes of(Bookings bookings, List<DemoTherapist> therapists, int needed) {
        List<FreeTime> times = new ArrayList<>();
        LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        for (DemoTherapist therapist : therapists) {
            if (therapist.instant()) {
                addApart(therapist, bookings.openings(therapist, from, DAYS), times);
            }
        }
        if (times.size() < needed) {
            throw new IllegalStateException("%d openings, fewer than %d".formatted(times.size(), needed));
        }
        Collections.shuffle(times, new Random(SEED));
        return new FreeTimes(times);
    }

    private static void addApart(DemoTherapist therapist, List<OffsetDateTime> openings, List<FreeTime> times) {
        OffsetDateTime last = OffsetDateTime.MIN;
        for (OffsetDateTime start : openings) {
            if (last.isBefore(start.minus(APART))) {
                times.add(new FreeTime(therapist, start));
                last = start;
            }
        }
    }

    /** Another one each time. */
    public synchronized FreeTime next() {
        return left.removeFirst();
    }
}
