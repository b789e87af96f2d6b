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
    private final Cache<Record, Shown> answers = within((_, shown) -> weight(shown));
    private final Cache<TherapistId, KnownListing> listings = within((_, known) -> weight(known.listing()));

    public OpeningsCache(TailPulse pulse) {
        this.pulse = pulse;
    }

    /**
     * What was answered to that question, if it still holds.
     *
     * @param question compared with others as a whole
     */
    Optional<Shown> find(Record question, Instant now) {
        return Optional.ofNullable(answers.getIfPresent(question))
                .filter(shown -> now.isBefore(shown.validUntil()) && holds(shown.basis()));
    }

    Optional<Listing> listing(TherapistId id) {
        return Optional.ofNullable(listings.getIfPresent(id))
                .filter(known -> holds(known.basis()))
                .map(KnownListing::listing);
    }

    /** To be called before the first read of what is then remembered. */
    Basis begin() {
        return new Basis(forgotten.now(), pulse.isAlive(), new int[0]);
    }

    /** What openings of that listing depend on. */
    static int[] subjectsOf(Listing listing) {
        return Forgotten.marksOf(Stream.concat(
                Stream.of(listing.id()), listing.workplaces().stream().map(Workplace::id)));
    }

    void remember(Record question, Shown shown) {
        if (shown.basis().heardEverything()) {
            answers.put(question, shown);
        }
    }

    void remember(Basis begun, Listing listing) {
        if (begun.heardEverything()) {
            listings.put(listing.id(), new KnownListing(listing, begun.on(Forgotten.marksOf(Stream.of(listing.id())))));
        }
    }

    private boolean holds(Basis basis) {
        return pulse.isAlive() && forgotten.nothingOf(basis.marks(), basis.begun());
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

    private static <K, V> Cache<K, V> within(Weigher<K, V> weigher) {
        return Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
                .weigher(weigher)
                .build();
    }

    private static int weight(Shown shown) {
        return OVERHEAD + shown.weight();
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

    private record KnownListing(Listing listing, Basis basis) {}
}
