package org.bodywork.bookings.opening.application;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who can be chosen, held in memory, in order of their ids. It takes some hundred bytes a therapist, so all
 * are here; it may lag a moment behind the listings, which decide in the end.
 */
public final class Candidates {

    private final ConcurrentNavigableMap<TherapistId, Candidate> all =
            new ConcurrentSkipListMap<>(Candidates::inOrderOfText);

    private final AtomicLong changes = new AtomicLong();

    /** Rises whenever anybody may be another one than before. */
    long changes() {
        return changes.get();
    }

    /** Takes it over unless a newer one is known. */
    public void put(Candidate candidate) {
        all.merge(candidate.therapist(), candidate, (known, read) -> read.sequence() < known.sequence() ? known : read);
        changes.incrementAndGet();
    }

    /** Who it is; empty for somebody not heard of. */
    public Optional<Candidate> byId(TherapistId therapist) {
        return Optional.ofNullable(all.get(therapist));
    }

    /**
     * Those with a treatment that would do.
     *
     * @param after whom to begin behind; null for the first
     */
    public Stream<Candidate> meeting(Need need, @Nullable TherapistId after) {
        return meeting(need, after == null ? all : all.tailMap(after, false));
    }

    /** The others: those that are not behind it. */
    public Stream<Candidate> meetingUpTo(Need need, TherapistId last) {
        return meeting(need, all.headMap(last, true));
    }

    private static Stream<Candidate> meeting(Need need, Map<TherapistId, Candidate> some) {
        return some.values().stream().filter(candidate -> !need.metBy(candidate).isEmpty());
    }

    /** An id is written without a sign. */
    static int inOrderOfText(TherapistId one, TherapistId other) {
        UUID first = one.value();
        UUID second = other.value();
        int high = Long.compareUnsigned(first.getMostSignificantBits(), second.getMostSignificantBits());
        return high == 0
                ? Long.compareUnsigned(first.getLeastSignificantBits(), second.getLeastSignificantBits())
                : high;
    }
}
