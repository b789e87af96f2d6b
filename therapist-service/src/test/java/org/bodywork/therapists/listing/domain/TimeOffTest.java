package org.bodywork.therapists.listing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.therapists.listing.domain.ASchedule.timeOff;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeOffTest {

    @Test
    void weeklyTimeOffComesOnItsWeekdayFromTheFirstToTheLast() {
        TimeOff lesson = timeOff("2026-12-01T15:00", "2026-12-01T16:00", Repeats.WEEKLY, "2026-12-15");

        assertThat(touches(lesson, "2026-11-24")).isFalse();
        assertThat(touches(lesson, "2026-12-01")).isTrue();
        assertThat(touches(lesson, "2026-12-02")).isFalse();
        assertThat(touches(lesson, "2026-12-15")).isTrue();
        assertThat(touches(lesson, "2026-12-22")).isFalse();
    }

    @Test
    void whatBeganOnItsLastDateIsLivedToItsEnd() {
        TimeOff weekend = timeOff("2026-12-05T00:00", "2026-12-07T00:00", Repeats.WEEKLY, "2026-12-12");

        assertThat(touches(weekend, "2026-12-13")).isTrue();
        assertThat(touches(weekend, "2026-12-14")).isFalse();
        assertThat(touches(weekend, "2026-12-19")).isFalse();
    }

    @Test
    void yearlyTimeOffReachesOverTheNewYear() {
        TimeOff holidays = timeOff("2026-12-24T00:00", "2027-01-02T00:00", Repeats.YEARLY, null);

        assertThat(touches(holidays, "2026-01-01")).isFalse();
        assertThat(touches(holidays, "2027-01-01")).isTrue();
        assertThat(touches(holidays, "2031-12-24")).isTrue();
        assertThat(touches(holidays, "2032-01-01")).isTrue();
        assertThat(touches(holidays, "2032-01-02")).isFalse();
    }

    @Test
    void theTwentyNinthOfFebruaryIsItsEveInYearsWithout() {
        TimeOff birthday = timeOff("2028-02-29T00:00", "2028-03-01T00:00", Repeats.YEARLY, null);

        assertThat(touches(birthday, "2029-02-28")).isTrue();
        assertThat(touches(birthday, "2029-03-01")).isFalse();
        assertThat(touches(birthday, "2032-02-29")).isTrue();
        assertThat(touches(birthday, "2032-02-28")).isFalse();
    }

    @Test
    void whatDoesNotRepeatTouchesEveryDateItSpans() {
        TimeOff leave = timeOff("2026-12-01T12:00", "2027-06-01T09:00", Repeats.NEVER, null);

        assertThat(leave.touching(LocalDate.parse("2027-03-03")))
                .containsExactly(new LocalSpan(
                        LocalDateTime.parse("2026-12-01T12:00"), LocalDateTime.parse("2027-06-01T09:00")));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2026-12-01T15:00, 2026-12-01T15:00, NEVER,  -
            2026-12-01T15:00, 2026-12-01T14:00, NEVER,  -
            2026-12-01T15:02, 2026-12-01T16:00, NEVER,  -
            2026-12-01T15:00, 2026-12-01T16:00, NEVER,  2026-12-31
            2026-12-01T15:00, 2026-12-08T15:05, WEEKLY, -
            2026-12-01T15:00, 2027-12-01T15:05, YEARLY, -
            2026-12-01T15:00, 2026-12-01T16:00, WEEKLY, 2026-11-30
            """)
    void refusesWhatCannotBe(String from, String to, Repeats repeats, @Nullable String until) {
        assertThatThrownBy(() -> timeOff(from, to, repeats, until)).isInstanceOf(InvalidValue.class);
    }

    private static boolean touches(TimeOff timeOff, String date) {
        return !timeOff.touching(LocalDate.parse(date)).isEmpty();
    }
}
