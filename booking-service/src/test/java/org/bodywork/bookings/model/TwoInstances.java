package org.bodywork.bookings.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bodywork.bookings.history.History;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.testing.OncePerJvm;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Two instances of the service on one database and one clock. */
final class TwoInstances implements AutoCloseable {

    /** How many can be played on at once: two, since the machines that build have two processors. */
    static final int PAIRS = 2;

    private static final List<OncePerJvm<TwoInstances>> RUNNING = Stream.generate(
                    () -> new OncePerJvm<>(() -> new TwoInstances(MongoBacking.EMBEDDED.freshDatabase())))
            .limit(PAIRS)
            .toList();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SettableClock clock = SettableClock.at("2026-01-01T00:00:00Z");
    private final Map<TherapistId, Listing> listings = new ConcurrentHashMap<>();
    private volatile Defect defect = Defect.NONE;
    private final Instance one;
    private final Instance other;

    private TwoInstances(TestDatabase database) {
        Map<String, Object> keys = Instance.keys();
        BusinessClock business = new BusinessClock(clock);
        Listings known =
                id -> Mono.justOrEmpty(listings.get(id)).switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new));
        Defect present = (write, mongo) -> defect.happens(write, mongo);
        one = Instance.start(database, keys, known, business, present);
        other = Instance.start(database, keys, known, business, present);
    }

    /** Two that all tests share, one after the other. */
    static TwoInstances running() {
        return pair(0);
    }

    static TwoInstances pair(int number) {
        return RUNNING.get(number).get();
    }

    Instance one() {
        return one;
    }

    Instance other() {
        return other;
    }

    /** Forgets whatever was before. */
    void begin(Scene scene, Defect suffered) {
        defect = suffered;
        clock.set(scene.begins());
        one.mongo()
                .getCollection("appointments")
                .flatMap(all -> Mono.from(all.deleteMany(new Document())))
                .block(PATIENCE);
        one.createIndexes();
        scene.listings().forEach(this::publish);
        tellEachOther(scene.listings());
    }

    void publish(Listing listing) {
        listings.put(listing.id(), listing);
    }

    /** The part of the topic of occupancy, over which instances hear what the other has changed. */
    void tellEachOther(List<Listing> changed) {
        one.hear(changed);
        other.hear(changed);
    }

    History history() {
        return History.of(one.mongo()
                .findAll(Document.class, "appointments")
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow());
    }

    void advance(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }
}
