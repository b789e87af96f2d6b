package org.bodywork.bookings.opening.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.STUDIO;
import static org.bodywork.bookings.opening.domain.AListing.SWEDISH;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Claim;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Workload;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FindOpeningsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    private final SettableClock clock = SettableClock.at("2026-11-23T15:00:00Z");
    private final BusinessClock business = new BusinessClock(clock);
    private final TailPulse pulse = new TailPulse(clock);
    private final OpeningsCache cache = new OpeningsCache(pulse);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Listing listing =
            aListing().workingDaily("09:00", "12:00").needingARoom("Elm").please();
    private final AtomicReference<List<Claim>> claims = new AtomicReference<>(List.of());
    private final AtomicReference<Runnable> whileReading = new AtomicReference<>(() -> {});
    private final FindOpenings openings = new FindOpenings(
            this::listing, new FreshOpenings(this::busy, this::work, business, metrics), cache, new Starts(), business);

    @BeforeEach
    void hearsItself() {
        pulse.heard(pulse.instance(), clock.instant());
    }

    @Test
    void readsNothingForAnUnchangedAnswer() {
        String first = find();
        double before = reads();

        String second = find();

        assertThat(second).isEqualTo(first);
        assertThat(reads()).isEqualTo(before);
    }

    @Test
    void readsAgainOnceTheTherapistIsForgotten() {
        find();
        takeTheMorning();

        cache.forget(listing.id());

        assertThat(find()).isEmpty();
    }

    @Test
    void readsAgainOnceTheRoomsOfTheLocationAreForgotten() {
        find();
        takeTheMorning();

        cache.forget(STUDIO);

        assertThat(find()).isEmpty();
    }

    @Test
    void keepsAnAnswerWhenAnotherTherapistIsForgotten() {
        find();
        double before = reads();

        cache.forget(TherapistId.of("00000000-0000-0000-0000-000000000001"));
        find();

        assertThat(reads()).isEqualTo(before);
    }

    @Test
    void throwsAwayAFillOvertakenByAChange() {
        whileReading.set(() -> cache.forget(listing.id()));
        find();
        whileReading.set(() -> {});
        takeTheMorning();

        assertThat(find()).isEmpty();
    }

    @Test
    void servesNothingFromMemoryWhenItsOwnBeatIsTwoSecondsOld() {
        find();
        takeTheMorning();
        clock.advance(Duration.ofSeconds(2));

        assertThat(find()).isEmpty();
    }

    @Test
    void servesFromMemoryWhileItsOwnBeatIsYounger() {
        find();
        double before = reads();
        clock.advance(Duration.ofMillis(1_999));

        find();

        assertThat(reads()).isEqualTo(before);
    }

    @Test
    void takesNoBeatOfAnotherInstanceForItsOwn() {
        find();
        takeTheMorning();
        clock.advance(Duration.ofSeconds(2));
        pulse.heard("another instance", clock.instant());

        assertThat(find()).isEmpty();
    }

    @Test
    void remembersNothingReadWhileItHeardNothing() {
        clock.advance(Duration.ofSeconds(2));
        find();
        takeTheMorning();
        pulse.heard(pulse.instance(), clock.instant());

        assertThat(find()).isEmpty();
    }

    @Test
    void readsAgainWhenTheFirstClaimHasExpired() {
        claims.set(List.of(new Claim(morning(), clock.instant().plusSeconds(1))));
        assertThat(find()).isEmpty();

        clock.advance(Duration.ofSeconds(1));

        assertThat(find()).isNotEmpty();
    }

    private Mono<Listing> listing(TherapistId id) {
        return Mono.justOrEmpty(Optional.of(listing).filter(known -> known.id().equals(id)));
    }

    private Mono<Map<TherapistId, Workload>> work(Collection<Listing> unlimited, TimeSpan span, Instant now) {
        return Mono.error(new AssertionError("nothing depends on it"));
    }

    private Mono<BusyTimes> busy(Collection<Listing> listings, TimeSpan span, Instant now) {
        return Mono.fromSupplier(() -> {
            BusyTimes busy = BusyTimes.of(claims.get(), now);
            whileReading.get().run();
            return busy;
        });
    }

    private void takeTheMorning() {
        claims.set(List.of(new Claim(morning(), null)));
    }

    private Set<String> morning() {
        Instant midnight = MONDAY.atStartOfDay(listing.zone()).toInstant();
        return Set.copyOf(Resource.therapist(listing.id())
                .keysDuring(new TimeSpan(midnight, midnight.plus(Duration.ofHours(24)))));
    }

    /** All starts, one after the other; nothing when nothing is open. */
    private String find() {
        return openings.find(new OpeningsQuery(listing.id(), SWEDISH, MONDAY, MONDAY), Freshness.REMEMBERED)
                .map(shown -> new String(shown.json(), UTF_8))
                .blockOptional()
                .orElseThrow();
    }

    private static final class Starts implements OpeningsText {

        @Override
        public byte[] of(OpenDays days) {
            return days.starts()
                    .map(Object::toString)
                    .collect(Collectors.joining(" "))
                    .getBytes(UTF_8);
        }

        @Override
        public byte[] of(List<Item> items, @Nullable TherapistId next) {
            throw new UnsupportedOperationException("lists are asked for elsewhere");
        }
    }

    private double reads() {
        return metrics.counter(FreshOpenings.DATABASE_READS).count();
    }
}
