package org.bodywork.bookings.opening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.DayLimits.InARow;
import org.junit.jupiter.api.Test;

class DayLimitsTest {

    private static final DayLimits TWO_HOURS_THEN_HALF_AN_HOUR =
            new DayLimits(null, null, new InARow(Duration.ofHours(2), Duration.ofMinutes(30)));

    @Test
    void countVisits() {
        DayLimits two = new DayLimits(2, null, null);

        assertThat(two.allow(visit("12:00", 60), day())).isTrue();
        assertThat(two.allow(visit("12:00", 60), day(visit("09:00", 60)))).isTrue();
        assertThat(two.allow(visit("12:00", 60), day(visit("09:00", 60), visit("15:00", 30))))
                .isFalse();
    }

    @Test
    void addUpMinutesWithHandsOn() {
        DayLimits threeHours = new DayLimits(null, Duration.ofHours(3), null);
        List<TimeSpan> day = day(visit("09:00", 60), visit("15:00", 60));

        assertThat(threeHours.allow(visit("12:00", 60), day)).isTrue();
        assertThat(threeHours.allow(visit("12:00", 65), day)).isFalse();
    }

    @Test
    void takeAShorterGapForNoRest() {
        List<TimeSpan> day = day(visit("09:00", 60), visit("10:15", 60));

        assertThat(TWO_HOURS_THEN_HALF_AN_HOUR.allow(visit("11:40", 60), day)).isFalse();
        assertThat(TWO_HOURS_THEN_HALF_AN_HOUR.allow(visit("11:45", 60), day)).isTrue();
    }

    @Test
    void lookBehindTheVisitToo() {
        List<TimeSpan> day = day(visit("11:00", 60), visit("12:10", 60));

        assertThat(TWO_HOURS_THEN_HALF_AN_HOUR.allow(visit("09:45", 60), day)).isFalse();
        assertThat(TWO_HOURS_THEN_HALF_AN_HOUR.allow(visit("09:30", 60), day)).isTrue();
    }

    @Test
    void seeThatAVisitJoinsTwoStretches() {
        List<TimeSpan> day = day(visit("09:00", 60), visit("11:10", 60));

        assertThat(TWO_HOURS_THEN_HALF_AN_HOUR.allow(visit("10:05", 60), day)).isFalse();
    }

    @Test
    void leaveAloneAStretchThatTheVisitHasNoPartIn() {
        List<TimeSpan> longer = day(visit("09:00", 90), visit("10:30", 90));

        assertThat(TWO_HOURS_THEN_HALF_AN_HOUR.allow(visit("12:30", 60), longer))
                .isTrue();
    }

    @Test
    void forbidNothingWhereThereAreNone() {
        assertThat(DayLimits.NONE.allow(visit("09:00", 600), day(visit("09:00", 600))))
                .isTrue();
    }

    private static List<TimeSpan> day(TimeSpan... visits) {
        return Stream.of(visits).toList();
    }

    private static TimeSpan visit(String time, long minutes) {
        Instant start = Instant.parse("2026-11-30T" + time + ":00Z");
        return new TimeSpan(start, start.plus(Duration.ofMinutes(minutes)));
    }
}
