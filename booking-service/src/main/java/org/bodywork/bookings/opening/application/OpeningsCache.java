package org.bodywork.bookings.opening.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.Schedule;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Workplace;

/**
 * Listings and answers, kept while nothing they depend on has changed: the therapist, and for answers the locations
 * whose rooms others use too. Each kind may fill an eighth of the heap; what was asked for least goes first.
 */
public final class OpeningsCache {

    private static final long SHARE = 8;

    /** Roughly what an object and its strings take beside what is counted. */
    private static final int OVERHEAD = 300;

    private static final int BYTES_A_PART_OF_A_LISTING = 350;

    private final TailPulse pulse;
    private final Forgotten forgotten = new Forgotten();
    private final Cache<OpeningsQuery, Answer> answers = within((_, answer) -> weight(answer));
    private final Cache<TherapistId, KnownListing> listings = within((_, known) -> weight(known.listing()));

    public OpeningsCache(TailPulse pulse) {
        this.pulse = pulse;
    }

    Optional<Shown> find(OpeningsQuery query, Instant now) {
        return Optional.ofNullable(answers.getIfPresent(query))
                .filter(answer -> pulse.isAlive()
                        && now.isBefore(answer.shown().validUntil())
                        && forgotten.nothingOf(answer.marks(), answer.begun()))
                .map(Answer::shown);
    }

    Optional<Listing> listing(TherapistId id) {
        return Optional.ofNullable(listings.getIfPresent(id))
                .filter(known -> pulse.isAlive() && forgotten.nothingOf(known.marks(), known.begun()))
                .map(KnownListing::listing);
    }

    /** To be called before the first read that is then remembered. */
    Fill begin() {
        return new Fill(forgotten.now(), pulse.isAlive());
    }

    void remember(Fill fill, OpeningsQuery query, Listing listing, Shown shown) {
        if (fill.heardEverything()) {
            answers.put(query, new Answer(shown, fill.begun(), marksOf(listing)));
        }
    }

    void remember(Fill fill, Listing listing) {
        if (fill.heardEverything()) {
            listings.put(
                    listing.id(), new KnownListing(listing, fill.begun(), Forgotten.marksOf(Stream.of(listing.id()))));
        }
    }

    public void forget(TherapistId therapist) {
        forgotten.add(therapist);
    }

    public void forget(LocationId location) {
        forgotten.add(location);
    }

    public void forgetEverything() {
        forgotten.addEverything();
    }

    private static int[] marksOf(Listing listing) {
        return Forgotten.marksOf(Stream.concat(
                Stream.of(listing.id()), listing.workplaces().stream().map(Workplace::id)));
    }

    private static <K, V> Cache<K, V> within(Weigher<K, V> weigher) {
        return Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
                .weigher(weigher)
                .build();
    }

    private static int weight(Answer answer) {
        return OVERHEAD + answer.shown().json().length;
    }

    private static int weight(Listing listing) {
        Schedule schedule = listing.schedule();
        int ranges = schedule.weeks().values().stream().mapToInt(List::size).sum();
        return OVERHEAD
                + BYTES_A_PART_OF_A_LISTING
                        * (listing.treatments().size()
                                + listing.workplaces().size()
                                + ranges
                                + schedule.overrides().size()
                                + schedule.timeOff().size());
    }

    /**
     * A filling under way.
     *
     * @param begun the moment before its first read
     * @param heardEverything whether changes by others were being heard at that moment
     */
    record Fill(long begun, boolean heardEverything) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answer(Shown shown, long begun, int[] marks) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record KnownListing(Listing listing, long begun, int[] marks) {}
}
