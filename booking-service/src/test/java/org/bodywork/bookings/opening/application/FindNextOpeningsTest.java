package org.bodywork.bookings.opening.application;

import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.STUDIO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Claim;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NextOpenings;
import org.bodywork.bookings.opening.domain.NextOpenings.NextOpening;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Workload;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FindNextOpeningsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDateTime NOW = MONDAY.atTime(9, 10);

    private final SettableClock clock = SettableClock.at(at(NOW));
    private final List<TimeSpan> asked = new ArrayList<>();
    private Set<String> taken = Set.of();
    private List<TimeSpan> worked = List.of();

    @Test
    void areTheFirstStartsThatKeepTheNotice() {
        NextOpenings found = find(aListing().workingDaily("09:00", "17:00").withNotice(Duration.ofHours(2)));

        assertThat(starts(found)).containsExactly(at(MONDAY.atTime(11, 30)));
        assertThat(found.locations()).containsExactly(STUDIO);
    }

    @Test
    void changeWhenTheNoticeOfTheFirstOneBegins() {
        NextOpenings found = find(aListing().workingDaily("09:00", "17:00").withNotice(Duration.ofHours(2)));

        assertThat(found.changesAt()).contains(at(MONDAY.atTime(9, 30)).plusMillis(1));
    }

    @Test
    void areDecidedByNothingLaterThanTheDayAfterThem() {
        NextOpenings found = find(aListing().workingDaily("09:00", "17:00"));

        assertThat(found.decidedBy()).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void passOverWhatIsTaken() {
        AListing june = aListing().working(TUESDAY, "10:00", "12:00");
        takeUntil(june.please(), MONDAY.plusDays(8));

        assertThat(starts(find(june))).containsExactly(at(MONDAY.plusDays(8).atTime(10, 0)));
    }

    @Test
    void readNoMoreThanAWeekWhenThereIsOne() {
        find(aListing().workingDaily("09:00", "17:00"));

        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().until()).isBefore(at(MONDAY.plusDays(8).atStartOfDay()));
    }

    @Test
    void areNoneWhenEverythingIsTakenAndAreLookedForAgainAtMidnight() {
        AListing june = aListing().working(TUESDAY, "10:00", "12:00").withHorizonOf(60);
        takeUntil(june.please(), MONDAY.plusDays(70));

        NextOpenings found = find(june);

        assertThat(found.openings()).isEmpty();
        assertThat(found.changesAt()).contains(at(MONDAY.plusDays(1).atStartOfDay()));
        assertThat(found.decidedBy()).isEqualTo(MONDAY.plusDays(61));
    }

    @Test
    void reachTheLastDayOfAHorizonOfAnyLength() {
        for (int horizon : List.of(1, 6, 7, 8, 35, 36)) {
            AListing june = aListing().workingDaily("10:00", "12:00").withHorizonOf(horizon);
            takeUntil(june.please(), MONDAY.plusDays(horizon));

            assertThat(starts(find(june)))
                    .as("with a horizon of %d days", horizon)
                    .containsExactly(at(MONDAY.plusDays(horizon).atTime(10, 0)));
        }
    }

    @Test
    void passOverADayThatIsFull() {
        worked = List.of(new TimeSpan(
                at(MONDAY.plusDays(1).atTime(16, 0)), at(MONDAY.plusDays(1).atTime(17, 0))));

        NextOpenings found =
                find(aListing().working(TUESDAY, "10:00", "17:00").limitedTo(new DayLimits(1, null, null)));

        assertThat(starts(found)).containsExactly(at(MONDAY.plusDays(8).atTime(10, 0)));
    }

    @Test
    void areNoneForAWithdrawnListingAndNothingIsRead() {
        NextOpenings found = find(aListing().workingDaily("09:00", "17:00").unpublished());

        assertThat(found.openings()).isEmpty();
        assertThat(found.changesAt()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void leaveOutWhatOnlyReturningClientsMayBook() {
        NextOpenings found = find(aListing().workingDaily("09:00", "17:00").forClients(ForClients.RETURNING));

        assertThat(found.openings()).isEmpty();
    }

    private NextOpenings find(AListing listing) {
        Listing known = listing.please();
        FindNextOpenings openings = new FindNextOpenings(
                _ -> Mono.just(known),
                this::busy,
                (_, _, _) -> Mono.just(Map.of(known.id(), Workload.of(worked, known.zone()))),
                new BusinessClock(clock));
        return Objects.requireNonNull(openings.of(known.id()).block());
    }

    private Mono<BusyTimes> busy(Collection<Listing> listings, TimeSpan span, Instant now) {
        asked.add(span);
        return Mono.just(BusyTimes.of(List.of(new Claim(taken, null)), now));
    }

    private void takeUntil(Listing listing, LocalDate date) {
        taken = Set.copyOf(Resource.therapist(listing.id())
                .keysDuring(new TimeSpan(at(MONDAY.atStartOfDay()), at(date.atStartOfDay()))));
    }

    private static List<Instant> starts(NextOpenings found) {
        return found.openings().stream().map(NextOpening::start).toList();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(CHICAGO).toInstant();
    }
}
