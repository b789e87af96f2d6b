package org.bodywork.bookings.opening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutsideTimesTest {

    @Test
    void touchWhateverSharesACellWithThem() {
        OutsideTimes times = OutsideTimes.of(List.of(span("10:02", "10:31")));

        assertThat(times.touch(span("09:00", "10:00"))).isFalse();
        assertThat(times.touch(span("09:30", "10:05"))).isTrue();
        assertThat(times.touch(span("10:10", "10:20"))).isTrue();
        assertThat(times.touch(span("10:30", "11:30"))).isTrue();
        assertThat(times.touch(span("10:35", "11:35"))).isFalse();
        assertThat(times.touch(span("09:00", "12:00"))).isTrue();
    }

    @Test
    void areOneWhereTheyOverlapOrMeet() {
        OutsideTimes times = OutsideTimes.of(List.of(
                span("13:00", "14:00"), span("10:00", "11:00"), span("10:30", "12:00"), span("12:00", "12:30")));

        assertThat(times.spans()).containsExactly(span("10:00", "12:30"), span("13:00", "14:00"));
    }

    @Test
    void areTheSameAfterTheyWereStored() {
        OutsideTimes times = OutsideTimes.of(List.of(span("10:00", "11:00"), span("13:00", "14:00")));

        assertThat(OutsideTimes.ofBounds(times.bounds())).isEqualTo(times);
        assertThat(OutsideTimes.NONE.touch(span("10:00", "11:00"))).isFalse();
    }

    private static TimeSpan span(String from, String until) {
        return new TimeSpan(
                Instant.parse("2026-12-01T" + from + ":00Z"), Instant.parse("2026-12-01T" + until + ":00Z"));
    }
}
