package org.bodywork.therapists.listing.domain;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WeeklyScheduleTest {

    private static final LocationId HERE = new LocationId(new UUID(0, 1));
    private static final LocationId THERE = new LocationId(new UUID(0, 2));

    @Test
    void putsRangesInOrder() {
        WorkingRange tuesday = range(TUESDAY, "09:00", "12:00", HERE);
        WorkingRange afternoon = range(MONDAY, "13:00", "17:00", HERE);
        WorkingRange morning = range(MONDAY, "09:00", "12:00", HERE);

        WeeklySchedule schedule = new WeeklySchedule(List.of(tuesday, afternoon, morning));

        assertThat(schedule.ranges()).containsExactly(morning, afternoon, tuesday);
    }

    @Test
    void allowsRangesThatTouch() {
        WeeklySchedule schedule = new WeeklySchedule(
                List.of(range(MONDAY, "09:00", "12:00", HERE), range(MONDAY, "12:00", "13:00", HERE)));

        assertThat(schedule.ranges()).hasSize(2);
    }

    @Test
    void refusesRangesThatOverlap() {
        List<WorkingRange> ranges =
                List.of(range(MONDAY, "09:00", "12:00", HERE), range(MONDAY, "11:55", "13:00", HERE));

        assertThatThrownBy(() -> new WeeklySchedule(ranges))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("overlaps");
    }

    @Test
    void spendsADayAtOneLocation() {
        List<WorkingRange> ranges =
                List.of(range(MONDAY, "09:00", "12:00", HERE), range(MONDAY, "13:00", "17:00", THERE));

        assertThatThrownBy(() -> new WeeklySchedule(ranges)).hasMessageContaining("two locations on MONDAY");
    }

    @Test
    void mayWorkElsewhereOnAnotherDay() {
        WeeklySchedule schedule = new WeeklySchedule(
                List.of(range(MONDAY, "09:00", "12:00", HERE), range(TUESDAY, "09:00", "12:00", THERE)));

        assertThat(schedule.ranges()).hasSize(2);
    }

    private static WorkingRange range(DayOfWeek day, String from, String to, LocationId location) {
        return new WorkingRange(day, LocalTime.parse(from), LocalTime.parse(to), location);
    }
}
