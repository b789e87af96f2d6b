package org.bodywork.bookings.opening.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.bodywork.bookings.opening.domain.TimeOff.Repeats;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimeOffTest {

    @Test
    void weeklyTimeOffComesAtTheSameLocalTimeUntilItStops() {
        TimeOff lesson = timeOff("2026-10-20T15:00", "2026-10-20T16:00", Repeats.WEEKLY, "2026-11-10");

        assertThat(isAway(lesson, "2026-10-13T15:00")).isFalse();
        assertThat(isAway(lesson, "2026-10-27T15:00")).isTrue();
        assertThat(isAway(lesson, "2026-11-03T15:00")).isTrue();
        assertThat(isAway(lesson, "2026-11-03T16:00")).isFalse();
        assertThat(isAway(lesson, "2026-11-10T14:30")).isTrue();
        assertThat(isAway(lesson, "2026-11-17T15:00")).isFalse();
    }

    @Test
    void yearlyTimeOffReachesOverTheNewYear() {
        TimeOff holidays = timeOff("2024-12-24T00:00", "2025-01-02T00:00", Repeats.YEARLY, null);

        assertThat(isAway(holidays, "2026-12-31T10:00")).isTrue();
        assertThat(isAway(holidays, "2027-01-01T10:00")).isTrue();
        assertThat(isAway(holidays, "2027-01-02T00:00")).isFalse();
        assertThat(isAway(holidays, "2024-01-01T10:00")).isFalse();
    }

    @Test
    void refusesWhatNoProducerSends() {
        assertThatThrownBy(() -> timeOff("2026-12-01T15:00", "2026-12-01T15:00", Repeats.NEVER, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> timeOff("2026-12-01T15:00", "2026-12-08T15:05", Repeats.WEEKLY, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean isAway(TimeOff timeOff, String start) {
        ZonedDateTime begins = LocalDateTime.parse(start).atZone(CHICAGO);
        return timeOff.overlaps(
                new TimeSpan(begins.toInstant(), begins.plusHours(1).toInstant()), CHICAGO);
    }

    private static TimeOff timeOff(String from, String to, Repeats repeats, @Nullable String until) {
        return new TimeOff(
                LocalDateTime.parse(from),
                LocalDateTime.parse(to),
                repeats,
                until == null ? null : LocalDate.parse(until));
    }
}
