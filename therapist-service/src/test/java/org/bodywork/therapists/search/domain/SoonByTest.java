package org.bodywork.therapists.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoonByTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Instant SATURDAY_EVENING = Instant.parse("2026-11-22T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "TODAY, 2026-11-22T06:00:00Z",
        "TOMORROW, 2026-11-23T06:00:00Z",
        "THIS_WEEK, 2026-11-28T06:00:00Z",
        "NEXT_WEEK, 2026-12-05T06:00:00Z"
    })
    void endsAtMidnightOfThePlace(SoonBy day, Instant end) {
        assertThat(day.until(SATURDAY_EVENING, CHICAGO)).isEqualTo(end);
    }

    @Test
    void countsDaysNotHoursWhereClocksChange() {
        Instant dayBeforeClocksGoBack = Instant.parse("2026-10-31T17:00:00Z");

        assertThat(SoonBy.TOMORROW.until(dayBeforeClocksGoBack, CHICAGO)).isEqualTo("2026-11-02T06:00:00Z");
    }
}
