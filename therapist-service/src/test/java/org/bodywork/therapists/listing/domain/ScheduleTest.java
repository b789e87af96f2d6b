package org.bodywork.therapists.listing.domain;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.therapists.listing.domain.ASchedule.CLINIC;
import static org.bodywork.therapists.listing.domain.ASchedule.STUDIO;
import static org.bodywork.therapists.listing.domain.ASchedule.aSchedule;
import static org.bodywork.therapists.listing.domain.ASchedule.hours;
import static org.bodywork.therapists.listing.domain.ASchedule.range;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    /** A Monday. */
    private static final String DAY = "2026-11-30";

    @Test
    void breaksAreTheGapsBetweenTheRangesOfADay() {
        Schedule schedule = aSchedule()
                .always(range(MONDAY, "13:00-17:00", STUDIO), range(MONDAY, "09:00-12:00", STUDIO))
                .please();

        assertThat(on(DAY, schedule)).isEqualTo(day(STUDIO, "09:00-12:00", "13:00-17:00"));
    }

    @Test
    void aWeekdayWithoutHoursIsOff() {
        Schedule schedule =
                aSchedule().always(range(TUESDAY, "09:00-12:00", STUDIO)).please();

        assertThat(on(DAY, schedule)).isEqualTo(WorkingDay.OFF);
    }

    @Test
    void aVersionChangesNothingBeforeItsDate() {
        Schedule schedule = aSchedule()
                .always(range(MONDAY, "09:00-12:00", STUDIO))
                .from("2026-12-07", range(MONDAY, "10:00-16:00", CLINIC))
                .please();

        assertThat(on(DAY, schedule)).isEqualTo(day(STUDIO, "09:00-12:00"));
        assertThat(on("2026-12-07", schedule)).isEqualTo(day(CLINIC, "10:00-16:00"));
        assertThat(on("2027-12-06", schedule)).isEqualTo(day(CLINIC, "10:00-16:00"));
    }

    @Test
    void thereAreNoHoursBeforeTheFirstVersion() {
        Schedule schedule = aSchedule()
                .from("2026-12-07", range(MONDAY, "10:00-16:00", CLINIC))
                .please();

        assertThat(on(DAY, schedule)).isEqualTo(WorkingDay.OFF);
    }

    @Test
    void anOverrideStandsAboveTheWeekAtAnotherLocationToo() {
        Schedule schedule = aSchedule()
                .daily("09:00-12:00")
                .on(DAY, CLINIC, "14:00-18:00")
                .closedOn("2026-12-01")
                .please();

        assertThat(on(DAY, schedule)).isEqualTo(day(CLINIC, "14:00-18:00"));
        assertThat(on("2026-12-01", schedule)).isEqualTo(WorkingDay.OFF);
        assertThat(on("2026-12-02", schedule)).isEqualTo(day(STUDIO, "09:00-12:00"));
    }

    @Test
    void holidaysCloseUnlessAnOverrideOpens() {
        Schedule schedule = aSchedule()
                .daily("09:00-12:00")
                .keepingFederalHolidays()
                .closedForTheHoliday("2026-12-24")
                .on("2026-12-25", STUDIO, "10:00-11:00")
                .please();

        assertThat(on("2026-11-26", schedule)).isEqualTo(WorkingDay.OFF);
        assertThat(on("2026-12-24", schedule)).isEqualTo(WorkingDay.OFF);
        assertThat(on("2026-12-25", schedule)).isEqualTo(day(STUDIO, "10:00-11:00"));
    }

    @Test
    void withoutTheFederalHolidaysThanksgivingIsAWorkday() {
        Schedule schedule = aSchedule().daily("09:00-12:00").please();

        assertThat(on("2026-11-26", schedule)).isEqualTo(day(STUDIO, "09:00-12:00"));
    }

    @Test
    void timeOffIsCutOutOfWeeksAndOverrides() {
        Schedule schedule = aSchedule()
                .daily("09:00-17:00")
                .on("2026-12-02", CLINIC, "10:00-14:00")
                .away(DAY + "T11:00", DAY + "T12:30")
                .away("2026-12-01T15:00", "2026-12-02T11:00")
                .please();

        assertThat(on(DAY, schedule)).isEqualTo(day(STUDIO, "09:00-11:00", "12:30-17:00"));
        assertThat(on("2026-12-01", schedule)).isEqualTo(day(STUDIO, "09:00-15:00"));
        assertThat(on("2026-12-02", schedule)).isEqualTo(day(CLINIC, "11:00-14:00"));
        assertThat(on("2026-12-03", schedule)).isEqualTo(day(STUDIO, "09:00-17:00"));
    }

    @Test
    void aDayWhollyAwayIsOff() {
        Schedule schedule = aSchedule()
                .daily("09:00-17:00")
                .away(DAY + "T00:00", "2026-12-01T00:00")
                .please();

        assertThat(on(DAY, schedule)).isEqualTo(WorkingDay.OFF);
        assertThat(on("2026-12-01", schedule)).isEqualTo(day(STUDIO, "09:00-17:00"));
    }

    @Test
    void aVisitFitsWithinOneRangeAtItsPlace() {
        Schedule schedule = aSchedule()
                .always(range(MONDAY, "09:00-12:00", STUDIO), range(MONDAY, "12:00-17:00", STUDIO))
                .please();

        assertThat(allows(schedule, STUDIO, "2026-11-30T11:00-06:00", 60)).isTrue();
        assertThat(allows(schedule, STUDIO, "2026-11-30T11:05-06:00", 60)).isFalse();
        assertThat(allows(schedule, STUDIO, "2026-11-30T16:00-06:00", 60)).isTrue();
        assertThat(allows(schedule, STUDIO, "2026-11-30T16:05-06:00", 60)).isFalse();
        assertThat(allows(schedule, CLINIC, "2026-11-30T11:00-06:00", 60)).isFalse();
        assertThat(allows(schedule, STUDIO, "2026-12-01T11:00-06:00", 60)).isFalse();
    }

    @Test
    void theNightClocksGoForwardIsAnHourShorter() {
        Schedule schedule = aSchedule().daily("01:00-04:00").please();

        assertThat(allows(schedule, STUDIO, "2027-03-14T01:00-06:00", 120)).isTrue();
        assertThat(allows(schedule, STUDIO, "2027-03-14T01:00-06:00", 125)).isFalse();
        assertThat(allows(schedule, STUDIO, "2027-03-15T01:00-05:00", 180)).isTrue();
    }

    @Test
    void theNightClocksGoBackIsAnHourLonger() {
        Schedule schedule = aSchedule().daily("00:00-03:00").please();

        assertThat(allows(schedule, STUDIO, "2026-11-01T00:00-05:00", 240)).isTrue();
        assertThat(allows(schedule, STUDIO, "2026-11-01T00:00-05:00", 245)).isFalse();
        assertThat(allows(schedule, STUDIO, "2026-11-02T00:00-06:00", 185)).isFalse();
    }

    @Test
    void hoursFromAnHourThatClocksSkipBeginWhenTheyAreChanged() {
        Schedule schedule = aSchedule().daily("02:30-05:00").please();

        assertThat(allows(schedule, STUDIO, "2027-03-14T03:00-05:00", 120)).isTrue();
        assertThat(allows(schedule, STUDIO, "2027-03-14T01:55-06:00", 60)).isFalse();
    }

    @Test
    void anImportedWeekReplacesTheOneInForceAndLeavesTheRest() {
        WeeklySchedule imported = new WeeklySchedule(List.of(range(THURSDAY, "08:00-09:00", STUDIO)));
        Schedule schedule = aSchedule()
                .always(range(MONDAY, "09:00-12:00", STUDIO))
                .from("2026-12-07", range(MONDAY, "10:00-16:00", CLINIC))
                .on("2026-12-05", CLINIC, "10:00-14:00")
                .away(DAY + "T11:00", DAY + "T12:30")
                .keepingFederalHolidays()
                .please();

        Schedule relisted = schedule.withWeekInForceOn(LocalDate.parse(DAY), imported);

        assertThat(relisted.weekOn(LocalDate.parse("2026-12-06"))).isEqualTo(imported);
        assertThat(relisted.weekOn(LocalDate.parse("2026-12-07")))
                .isEqualTo(schedule.versions().getLast().week());
        assertThat(relisted.overrides()).isEqualTo(schedule.overrides());
        assertThat(relisted.timeOff()).isEqualTo(schedule.timeOff());
        assertThat(relisted.holidays()).isEqualTo(schedule.holidays());
        assertThat(relisted.withWeekInForceOn(LocalDate.parse(DAY), imported)).isEqualTo(relisted);
    }

    @Test
    void refusesOneDateTwice() {
        ASchedule twoVersions = aSchedule().from("2026-12-07").from("2026-12-07");
        ASchedule twoOverrides = aSchedule().closedOn(DAY).closedOn(DAY);
        ASchedule twoHolidays = aSchedule().closedForTheHoliday(DAY).closedForTheHoliday(DAY);

        Stream.of(twoVersions, twoOverrides, twoHolidays)
                .forEach(schedule -> assertThatThrownBy(schedule::please).isInstanceOf(InvalidValue.class));
    }

    @Test
    void refusesADayWhoseRangesOverlap() {
        List<DayRange> ranges = List.of(hours("09:00-12:00"), hours("11:55-13:00"));

        assertThatThrownBy(() -> new WorkingDay(STUDIO, ranges)).hasMessageContaining("overlaps");
        assertThatThrownBy(() -> hours("12:00-12:00")).hasMessageContaining("ends before it starts");
        assertThatThrownBy(() -> hours("09:01-12:00")).hasMessageContaining("grid");
    }

    private static WorkingDay on(String date, Schedule schedule) {
        return schedule.hoursOn(LocalDate.parse(date));
    }

    private static WorkingDay day(LocationId location, String... ranges) {
        return new WorkingDay(location, Stream.of(ranges).map(ASchedule::hours).toList());
    }

    private static boolean allows(Schedule schedule, LocationId location, String start, int minutes) {
        ZonedDateTime begins = ZonedDateTime.parse(start);
        return schedule.allows(
                location, begins.toInstant(), begins.plusMinutes(minutes).toInstant(), CHICAGO);
    }
}
