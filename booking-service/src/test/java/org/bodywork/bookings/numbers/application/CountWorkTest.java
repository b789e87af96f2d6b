package org.bodywork.bookings.numbers.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.numbers.domain.ACountedVisit.aVisit;
import static org.bodywork.bookings.opening.domain.AListing.PRACTICE;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.numbers.application.CountWork.Counted;
import org.bodywork.bookings.numbers.application.CountWork.Wanted;
import org.bodywork.bookings.numbers.domain.CountedVisit;
import org.bodywork.bookings.numbers.domain.Reminded;
import org.bodywork.bookings.numbers.domain.WeekNumbers;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CountWorkTest {

    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final TherapistId MAY = new TherapistId(UUID.randomUUID());
    private static final PracticeId ELSEWHERE = new PracticeId(UUID.randomUUID());
    private static final Colleague MANAGER = new Colleague.PracticeLead("manager", PRACTICE);

    /** Already Monday in Greenwich, still Sunday evening in Chicago. */
    private static final Instant SUNDAY_EVENING = Instant.parse("2026-12-07T03:00:00Z");

    private final Listing june =
            aListing().of(JUNE).workingDaily("09:00", "17:00").please();
    private final Listing may =
            aListing().of(MAY).workingDaily("09:00", "17:00").please();
    private final VisitsOfTown visits = new VisitsOfTown();
    private final CountWork work = new CountWork(
            visits,
            new Listed(),
            new Listed(),
            asked -> Mono.just(asked.stream().collect(Collectors.toMap(Function.identity(), _ -> new Reminded(2, 1)))),
            new BusinessClock(SettableClock.at(SUNDAY_EVENING)));

    @Test
    void countsTheWholePracticeForItsManager() {
        visits.add(aVisit(JUNE, "2026-11-30T09:00").booked().completed().please());
        visits.add(aVisit(MAY, "2026-11-30T09:00").booked().completed().please());

        Counted counted = count(MANAGER, new Wanted(null, null, 2));

        assertThat(counted.team()).hasSize(2);
        assertThat(counted.weeks()).extracting(WeekNumbers::kept).containsExactly(0, 2);
        assertThat(counted.weeks()).extracting(WeekNumbers::reminders).containsExactly(0, 4);
        assertThat(counted.weeks()).extracting(WeekNumbers::remindersFailed).containsExactly(0, 2);
        assertThat(visits.practices).containsExactly(PRACTICE);
    }

    @Test
    void endsWithThePresentWeekOfThePlace() {
        Counted counted = count(MANAGER, new Wanted(null, null, 3));

        assertThat(counted.firstMonday()).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(counted.weeks()).extracting(WeekNumbers::monday).endsWith(LocalDate.of(2026, 11, 30));
    }

    @Test
    void beginsWithTheWeekOfTheDateAskedFor() {
        Counted counted = count(MANAGER, new Wanted(null, LocalDate.of(2026, 10, 8), 1));

        assertThat(counted.firstMonday()).isEqualTo(LocalDate.of(2026, 10, 5));
    }

    @Test
    void countsOneTherapistWhereAsked() {
        visits.add(aVisit(JUNE, "2026-11-30T09:00").booked().completed().please());
        visits.add(aVisit(MAY, "2026-11-30T09:00").booked().completed().please());

        Counted counted = count(MANAGER, new Wanted(MAY, null, 1));

        assertThat(counted.weeks()).extracting(WeekNumbers::kept).containsExactly(1);
        assertThat(counted.team()).as("to choose another").hasSize(2);
    }

    @Test
    void showsATherapistOnlyTheirOwn() {
        visits.add(aVisit(JUNE, "2026-11-30T09:00").booked().completed().please());
        visits.add(aVisit(MAY, "2026-11-30T09:00").booked().completed().please());
        Colleague own = new Colleague.Therapist("june", JUNE);

        assertThat(count(own, new Wanted(null, null, 1)).weeks())
                .extracting(WeekNumbers::kept)
                .containsExactly(1);
        StepVerifier.create(work.count(own, new Wanted(MAY, null, 1))).verifyError(NotOffered.class);
    }

    @Test
    void knowsNobodyOfAnotherPractice() {
        Colleague stranger = new Colleague.PracticeLead("stranger", ELSEWHERE);
        visits.add(aVisit(JUNE, "2026-11-30T09:00").booked().completed().please());

        assertThat(count(stranger, new Wanted(null, null, 1)).weeks())
                .extracting(WeekNumbers::kept)
                .containsExactly(0);
        StepVerifier.create(work.count(stranger, new Wanted(JUNE, null, 1))).verifyError(NotOffered.class);
    }

    private Counted count(Colleague asking, Wanted wanted) {
        return work.count(asking, wanted).blockOptional().orElseThrow();
    }

    private final class Listed implements Listings, Workforce {

        @Override
        public Mono<Listing> byId(TherapistId id) {
            return Flux.just(june, may)
                    .filter(listing -> listing.id().equals(id))
                    .next()
                    .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new));
        }

        @Override
        public Flux<Listing> at(PracticeId practice) {
            return Flux.just(june, may).filter(listing -> listing.practice().equals(practice));
        }
    }

    private static final class VisitsOfTown implements CountedVisits {

        private final List<CountedVisit> all = new ArrayList<>();
        private final List<@Nullable PracticeId> practices = new ArrayList<>();

        void add(CountedVisit visit) {
            all.add(visit);
        }

        @Override
        public Flux<CountedVisit> of(
                Set<TherapistId> therapists, @Nullable PracticeId practice, LocalDate from, LocalDate to) {
            practices.add(practice);
            return Flux.fromStream(() -> all.stream()
                    .filter(visit -> visit.therapists().stream().anyMatch(therapists::contains))
                    .filter(visit ->
                            !visit.date().isBefore(from) && !visit.date().isAfter(to)));
        }
    }
}
