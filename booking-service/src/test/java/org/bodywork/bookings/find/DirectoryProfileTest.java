package org.bodywork.bookings.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import org.bodywork.bookings.StandInTherapists;
import org.bodywork.bookings.StandInTherapists.Reply;
import org.bodywork.bookings.TherapistInTown;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.therapists.TherapistCalls;
import org.bodywork.bookings.therapists.TherapistSettings;
import org.bodywork.bookings.therapists.TherapistsAway;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class DirectoryProfileTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StandInTherapists therapists = StandInTherapists.get();
    private final TherapistInTown june = TherapistInTown.bookedInstantly();

    @BeforeEach
    void there() {
        therapists.isThere(june);
    }

    @AfterEach
    void away() {
        therapists.isAway();
    }

    @Test
    void isAskedForOnceWhereManyLook() {
        DirectoryProfile profiles = keptFor(Duration.ofHours(1));
        DirectoryProfile.Read first = read(profiles);
        int asked = therapists.asked().size();

        assertThat(read(profiles)).isEqualTo(first);
        assertThat(therapists.asked()).hasSize(asked);
    }

    @Test
    void isAskedForAnewWhileTheOldOneIsShown() {
        DirectoryProfile profiles = keptFor(Duration.ofSeconds(3));
        read(profiles);
        int asked = therapists.asked().size();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(read(profiles).own()).isFalse();
            assertThat(therapists.asked()).hasSizeGreaterThan(asked);
        });
    }

    @Test
    void isSoughtAgainWhereNobodyHadThatName() {
        DirectoryProfile profiles = keptFor(Duration.ofHours(1));
        String path = "/api/therapists/" + june.slug();
        therapists.answer("GET", path, _ -> new Reply(404, "{}"));
        assertThat(profiles.of(june.slug()).blockOptional()).isEmpty();

        therapists.isThere(june);

        assertThat(read(profiles).profile().slug()).isEqualTo(june.slug());
    }

    @Test
    void isAskedForAgainAfterTheDirectoryWasAway() {
        DirectoryProfile profiles = keptFor(Duration.ofHours(1));
        therapists.isAway();
        assertThatThrownBy(() -> read(profiles)).isInstanceOf(TherapistsAway.class);

        therapists.isThere(june);

        await().ignoreException(TherapistsAway.class)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read(profiles).own()).isFalse());
    }

    private DirectoryProfile.Read read(DirectoryProfile profiles) {
        return profiles.of(june.slug()).blockOptional().orElseThrow();
    }

    private DirectoryProfile keptFor(Duration time) {
        TherapistSettings settings =
                new TherapistSettings(therapists.url(), Duration.ofSeconds(2), Duration.ofMillis(1), time);
        return new DirectoryProfile(
                new TherapistCalls(settings, SettableClock.at("2026-11-24T16:00:00Z")), new Nobody(), settings);
    }

    private static final class Nobody implements ListedTherapists {

        @Override
        public Flux<ListedTherapist> byIds(Collection<TherapistId> ids) {
            return Flux.empty();
        }

        @Override
        public Flux<ListedTherapist> at(PracticeId practice) {
            return Flux.empty();
        }

        @Override
        public Mono<ListedTherapist> bySlug(String slug) {
            return Mono.empty();
        }
    }
}
