package org.bodywork.bookings.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.Holidays;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.Schedule;
import org.bodywork.bookings.opening.domain.TimeOff;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.WorkingHours;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Test;

class DirectoryContractTest {

    private static final EventContract LISTINGS = EventContract.of(TherapistChanged.TYPE);

    @Test
    void readsEveryPublishedListing() {
        LISTINGS.assertReadBy(
                json -> EventJson.read(json, TherapistChanged.class).listing());
    }

    @Test
    void readsWhatEverybodyIsChosenByFromEveryListing() {
        LISTINGS.assertReadBy(json -> EventJson.read(json, CandidateState.class).candidate());
    }

    @Test
    void findsNobodyInAWithdrawnListing() {
        assertThat(candidate("withdrawn").treatments()).isEmpty();
        assertThat(candidate("full").treatments()).isNotEmpty();
    }

    @Test
    void anOlderListingIsOneWeekForEver() {
        Schedule schedule = schedule("full");

        assertThat(schedule)
                .isEqualTo(Schedule.everyWeek(schedule.weeks().firstEntry().getValue()));
        assertThat(schedule.weeks().firstEntry().getValue()).hasSize(3);
    }

    @Test
    void readsWhatIsPlannedAhead() {
        LocationId studio = LocationId.of("59854300-e173-367e-a355-36f35aef7746");

        Schedule schedule = schedule("planned-ahead");

        assertThat(schedule.weeks()).containsOnlyKeys(LocalDate.EPOCH, LocalDate.of(2027, 1, 1));
        assertThat(schedule.overrides().get(LocalDate.of(2026, 11, 26))).isEmpty();
        assertThat(schedule.overrides().get(LocalDate.of(2026, 12, 19)))
                .containsExactly(new WorkingHours(DayOfWeek.SATURDAY, LocalTime.of(9, 0), LocalTime.of(13, 0), studio));
        assertThat(schedule.timeOff())
                .extracting(TimeOff::repeats, TimeOff::until)
                .containsExactly(
                        tuple(TimeOff.Repeats.NEVER, null),
                        tuple(TimeOff.Repeats.WEEKLY, LocalDate.of(2027, 6, 30)),
                        tuple(TimeOff.Repeats.YEARLY, null));
        assertThat(schedule.holidays()).isEqualTo(new Holidays(true, Set.of(LocalDate.of(2027, 2, 12))));
    }

    @Test
    void readsWhichRoomsFitATreatment() {
        assertThat(listing("full").treatments())
                .extracting(Treatment::rooms)
                .containsExactly(Set.of(), Set.of("Sycamore"));
        assertThat(listing("first-version").treatments().getFirst().rooms()).isEmpty();
    }

    @Test
    void readsHowMuchATherapistDoesADay() {
        assertThat(listing("full").rules().limits())
                .isEqualTo(new DayLimits(
                        6, Duration.ofHours(6), new DayLimits.InARow(Duration.ofHours(3), Duration.ofMinutes(30))));
        assertThat(listing("minimal").rules().limits().isNone()).isTrue();
    }

    @Test
    void readsEveryPublishedPractice() {
        EventContract.of(PracticeChanged.TYPE).assertReadBy(json -> EventJson.read(json, PracticeChanged.class));
    }

    private static Candidate candidate(String example) {
        return EventJson.read(LISTINGS.example(example).json(), CandidateState.class)
                .candidate();
    }

    private static Schedule schedule(String example) {
        return listing(example).schedule();
    }

    private static Listing listing(String example) {
        return EventJson.read(LISTINGS.example(example).json(), TherapistChanged.class)
                .listing();
    }
}
