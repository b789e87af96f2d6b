package org.bodywork.therapists.listing.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.StaffContacts.Contact;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.BookingRules;
import org.bodywork.therapists.listing.domain.Credentials;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.ExpiryWarning;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.Licence;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Portrait;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class WarnOfExpiryTest {

    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final LocalDate EXPIRES = LocalDate.of(2027, 3, 31);
    private static final Instant LONG_BEFORE = Instant.parse("2026-11-24T17:00:00Z");

    private final SettableClock clock = SettableClock.at(LONG_BEFORE);
    private final OneTherapist june = new OneTherapist();
    private List<Contact> staff = List.of(contact("june"), contact("manager"));
    private final WarnOfExpiry warning =
            new WarnOfExpiry(june, (_, _) -> Flux.fromIterable(staff), new BusinessClock(clock));

    @Test
    void warnsSixtyThirtyAndSevenDaysAhead() {
        june.listed(EXPIRES, ListingStatus.PUBLISHED);

        liveThrough(Duration.ofDays(200));

        assertThat(june.warned).extracting(ExpiryWarning::daysBefore).containsExactly(60, 30, 7);
    }

    @Test
    void warnsOnlyOfTheNearestStepAfterALeap() {
        june.listed(EXPIRES, ListingStatus.PUBLISHED);

        clock.set(Instant.parse("2027-03-28T12:00:00Z"));
        lookWhenDue();

        assertThat(june.warned).containsExactly(new ExpiryWarning(EXPIRES, 7));
        assertThat(june.due).isNull();
    }

    @Test
    void saysNothingAnyMoreOnceItHasExpired() {
        june.listed(EXPIRES, ListingStatus.PUBLISHED);

        clock.set(Instant.parse("2027-04-02T12:00:00Z"));
        lookWhenDue();

        assertThat(june.warned).isEmpty();
        assertThat(june.due).isNull();
    }

    @Test
    void warnsOnceHoweverOftenTheListingIsSavedMeanwhile() {
        clock.set(Instant.parse("2027-03-05T12:00:00Z"));

        for (int turn = 0; turn < 3; turn++) {
            june.listed(EXPIRES, ListingStatus.PUBLISHED);
            lookWhenDue();
        }

        assertThat(june.warned).containsExactly(new ExpiryWarning(EXPIRES, 30));
    }

    @Test
    void warnsOnceWhenTwoLookAtTheSameTime() {
        clock.set(Instant.parse("2027-03-05T12:00:00Z"));
        june.listed(EXPIRES, ListingStatus.PUBLISHED);
        june.beforeNextWrite(() -> warning.lookAt(JUNE).block());

        lookWhenDue();

        assertThat(june.warned).containsExactly(new ExpiryWarning(EXPIRES, 30));
    }

    @Test
    void warnsAgainAfterACrashBeforeTheWrite() {
        clock.set(Instant.parse("2027-03-05T12:00:00Z"));
        june.listed(EXPIRES, ListingStatus.PUBLISHED);
        june.beforeNextWrite(() -> {
            throw new IllegalStateException("killed");
        });
        warning.lookAt(JUNE).onErrorComplete().block();
        assertThat(june.warned).isEmpty();

        lookWhenDue();

        assertThat(june.warned).containsExactly(new ExpiryWarning(EXPIRES, 30));
    }

    @Test
    void saysNoMoreOnceTheLicenceIsRenewed() {
        clock.set(Instant.parse("2027-03-05T12:00:00Z"));
        june.listed(EXPIRES, ListingStatus.PUBLISHED);
        lookWhenDue();

        june.listed(EXPIRES.plusYears(2), ListingStatus.PUBLISHED);
        liveThrough(Duration.ofDays(300));

        assertThat(june.warned).containsExactly(new ExpiryWarning(EXPIRES, 30));
    }

    @Test
    void warnsAsSoonAsThereIsSomebodyToTell() {
        List<Contact> later = staff;
        staff = List.of();
        clock.set(Instant.parse("2027-03-05T12:00:00Z"));
        june.listed(EXPIRES, ListingStatus.PUBLISHED);
        lookWhenDue();
        assertThat(june.warned).isEmpty();

        staff = later;
        clock.advance(Duration.ofHours(1));
        lookWhenDue();

        assertThat(june.warned).containsExactly(new ExpiryWarning(EXPIRES, 30));
    }

    @Test
    void saysNothingToWhoHasLeft() {
        june.listed(EXPIRES, ListingStatus.PUBLISHED);
        june.listed(EXPIRES, ListingStatus.WITHDRAWN);

        liveThrough(Duration.ofDays(200));

        assertThat(june.warned).isEmpty();
    }

    private static Contact contact(String name) {
        return new Contact(UUID.randomUUID(), new EmailAddress(name + "@demo.example"), new Language("en"));
    }

    private void liveThrough(Duration time) {
        for (Duration lived = Duration.ZERO; lived.compareTo(time) < 0; lived = lived.plusHours(12)) {
            clock.advance(Duration.ofHours(12));
            lookWhenDue();
        }
    }

    private void lookWhenDue() {
        while (june.due != null && !june.due.isAfter(clock.instant())) {
            warning.lookAt(JUNE).block();
        }
    }

    /** Keeps the promises of the port for one therapist, and lets a test do something just before a write. */
    private final class OneTherapist implements ExpiringLicences {

        private final List<ExpiryWarning> warned = new ArrayList<>();
        private @Nullable Therapist therapist;
        private long sequence;
        private @Nullable Instant due;
        private @Nullable ExpiryWarning last;
        private Runnable before = () -> {};

        void beforeNextWrite(Runnable action) {
            before = action;
        }

        void listed(LocalDate expires, ListingStatus status) {
            therapist = new Therapist(
                    JUNE,
                    new Slug("june"),
                    status,
                    new Portrait("June", null, null, List.of(), null, null, List.of()),
                    new PracticeId(UUID.randomUUID()),
                    Area.MAPLEWOOD,
                    true,
                    List.of(),
                    List.of(),
                    Credentials.ofLicence(new Licence("MO-1", "MO", expires, null)),
                    List.of(),
                    BookingRules.usual(true),
                    List.of(),
                    Schedule.NONE);
            sequence++;
            due = therapist.licenceLookAfter(clock.instant()).orElse(null);
        }

        @Override
        public Mono<Watched> find(TherapistId id) {
            return therapist == null || due == null
                    ? Mono.empty()
                    : Mono.just(new Watched(therapist, sequence, due, last));
        }

        @Override
        public Mono<Void> warn(Watched watched, ExpiryWarning given, List<Contact> told, @Nullable Instant next) {
            return write(watched, next, () -> {
                last = given;
                warned.add(given);
                assertThat(told).isEqualTo(staff);
            });
        }

        @Override
        public Mono<Void> rest(Watched watched, @Nullable Instant next) {
            return write(watched, next, () -> {});
        }

        private Mono<Void> write(Watched watched, @Nullable Instant next, Runnable change) {
            return Mono.fromRunnable(() -> {
                Runnable action = before;
                before = () -> {};
                action.run();
                if (watched.sequence() == sequence && watched.due().equals(due)) {
                    due = next;
                    change.run();
                }
            });
        }
    }
}
