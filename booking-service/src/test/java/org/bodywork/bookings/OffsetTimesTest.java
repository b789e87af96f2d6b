package org.bodywork.bookings;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffsetTimesTest {

    @Test
    void areWrittenAsTheStandardHasThem() {
        for (String zone : List.of("America/Chicago", "Asia/Kathmandu", "UTC")) {
            ZonedDateTime time = ZonedDateTime.of(2026, 10, 31, 0, 0, 0, 0, ZoneId.of(zone));
            for (int turn = 0; turn < 1_000; turn++) {
                assertThat(OffsetTimes.text(time)).isEqualTo(ISO_OFFSET_DATE_TIME.format(time));
                time = time.plus(Duration.ofMinutes(5));
            }
        }
    }

    @Test
    void keepSecondsAndFractionsWhereThereAreAny() {
        ZonedDateTime time = ZonedDateTime.parse("2026-10-31T10:00:07.25-05:00[America/Chicago]");

        assertThat(OffsetTimes.text(time)).isEqualTo("2026-10-31T10:00:07.25-05:00");
    }
}
