package org.bodywork.bookings.opening.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeSpansTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Test
    void countsOnceWhatLiesInSeveralSpans() {
        assertThat(spans("10:00-11:00", "10:30-12:00", "12:00-12:30", "14:00-15:00")
                        .length())
                .isEqualTo(Duration.ofMinutes(210));
    }

    @Test
    void sharesWhatLiesInBoth() {
        TimeSpans one = spans("09:00-12:00", "13:00-17:00");
        TimeSpans other = spans("08:00-09:30", "11:30-13:30", "16:55-18:00");

        assertThat(one.sharedWith(other)).isEqualTo(Duration.ofMinutes(30 + 30 + 30 + 5));
        assertThat(other.sharedWith(one)).isEqualTo(one.sharedWith(other));
        assertThat(one.sharedWith(TimeSpans.NONE)).isZero();
        assertThat(spans("09:00-10:00").sharedWith(spans("10:00-11:00"))).isZero();
    }

    @Test
    void leavesTimeOffOutOfWhatIsWorked() {
        Listing june = aListing()
                .workingDaily("09:00", "17:00")
                .away("2026-11-30T12:00", "2026-11-30T13:00")
                .away("2026-11-30T12:30", "2026-11-30T14:00")
                .away(new TimeOff(
                        LocalDateTime.parse("2026-11-03T16:00"),
                        LocalDateTime.parse("2026-11-03T18:00"),
                        TimeOff.Repeats.WEEKLY,
                        null))
                .away("2026-12-02T00:00", "2026-12-05T00:00")
                .closedOn(MONDAY.plusDays(6))
                .please();

        assertThat(june.workedOn(MONDAY)).isEqualTo(Duration.ofHours(6));
        assertThat(june.workedOn(MONDAY.plusDays(1))).isEqualTo(Duration.ofHours(7));
        assertThat(june.workedOn(MONDAY.plusDays(3))).isZero();
        assertThat(june.workedOn(MONDAY.plusDays(5))).isEqualTo(Duration.ofHours(8));
        assertThat(june.workedOn(MONDAY.plusDays(6))).isZero();
    }

    @Test
    void worksAnHourLessWhereTheClocksSkipOne() {
        Listing nights = aListing()
                .in(CHICAGO)
                .working(DayOfWeek.SUNDAY, "00:00", "06:00")
                .please();

        assertThat(nights.workedOn(LocalDate.of(2027, 3, 14))).isEqualTo(Duration.ofHours(5));
        assertThat(nights.workedOn(LocalDate.of(2026, 11, 1))).isEqualTo(Duration.ofHours(7));
    }

    private static TimeSpans spans(String... texts) {
        List<TimeSpan> all = Arrays.stream(texts)
                .map(text -> new TimeSpan(at(text.substring(0, 5)), at(text.substring(6))))
                .toList();
        return TimeSpans.of(all);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-30T" + time + ":00Z");
    }
}
