package org.bodywork.bookings.opening.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Workplace;

/**
 * Answers kept while nothing they depend on has changed: the therapist, and the locations whose rooms others use too.
 *
 * <p>Forgetting writes down when it happened; an answer is served only if everything it depends on was last forgotten
 * before its filling began. So a fill that is overtaken is never served, however late it is stored, and nothing needs a
 * lock. Subjects share marks by their hash, which now and then forgets too much and never too little.
 */
public final class OpeningsCache {

    private static final int MARKS = 4096;
    private static final int MOST_ANSWERS = 20_000;

    private final TailPulse pulse;
    private final AtomicLong moments = new AtomicLong();
    private final AtomicLong allForgotten = new AtomicLong();
    private final AtomicLongArray forgotten = new AtomicLongArray(MARKS);
    private final Cache<OpeningsQuery, Answer> answers =
            Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();

    public OpeningsCache(TailPulse pulse) {
        this.pulse = pulse;
    }

    Optional<OpenDays> find(OpeningsQuery query, Instant now) {
        return Optional.ofNullable(answers.getIfPresent(query))
                .filter(answer -> pulse.isAlive() && now.isBefore(answer.days().validUntil()) && isUpToDate(answer))
                .map(Answer::days);
    }

    /** To be called before the first read that the answer is made from. */
    Fill begin() {
        return new Fill(moments.get(), pulse.isAlive());
    }

    void remember(Fill fill, OpeningsQuery query, Listing listing, OpenDays days) {
        if (fill.heardEverything()) {
            answers.put(query, new Answer(days, fill.begun(), subjectsOf(listing)));
        }
    }

    public void forget(TherapistId therapist) {
        forgotten.accumulateAndGet(markOf(therapist), moments.incrementAndGet(), Math::max);
    }

    public void forget(LocationId location) {
        forgotten.accumulateAndGet(markOf(location), moments.incrementAndGet(), Math::max);
    }

    public void forgetEverything() {
        allForgotten.accumulateAndGet(moments.incrementAndGet(), Math::max);
    }

    private boolean isUpToDate(Answer answer) {
        return allForgotten.get() <= answer.begun()
                && IntStream.of(answer.marks()).allMatch(mark -> forgotten.get(mark) <= answer.begun());
    }

    private static int[] subjectsOf(Listing listing) {
        Stream<Object> subjects = Stream.concat(
                Stream.of(listing.id()), listing.workplaces().stream().map(Workplace::id));
        return subjects.mapToInt(OpeningsCache::markOf).toArray();
    }

    private static int markOf(Object subject) {
        return Math.floorMod(Objects.hashCode(subject), MARKS);
    }

    /**
     * A filling under way.
     *
     * @param begun the moment before its first read
     * @param heardEverything whether changes by others were being heard at that moment
     */
    record Fill(long begun, boolean heardEverything) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answer(OpenDays days, long begun, int[] marks) {}
}
