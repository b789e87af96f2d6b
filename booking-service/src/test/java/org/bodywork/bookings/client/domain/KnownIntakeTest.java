package org.bodywork.bookings.client.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownIntakeTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @CsvSource({
        "2026-09-15T10:00, 2027-03-15T09:59, true",
        "2026-09-15T10:00, 2027-03-15T10:00, false",
        // Clocks change twice in between; six months are six months of the calendar.
        "2026-03-01T10:00, 2026-09-01T09:59, true",
        "2026-03-01T10:00, 2026-09-01T10:00, false",
        "2026-08-31T10:00, 2027-02-28T09:59, true",
        "2026-08-31T10:00, 2027-02-28T10:00, false"
    })
    void holdsForSixMonthsOfTheCalendar(LocalDateTime answered, LocalDateTime start, boolean fresh) {
        assertThat(intakeAt(at(answered)).isFreshAt(at(start), CHICAGO)).isEqualTo(fresh);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(CHICAGO).toInstant();
    }

    private static KnownIntake intakeAt(Instant at) {
        return new KnownIntake(
                new PracticeId(UUID.randomUUID()), "ada", "visit-1", "2026-1", at, new SealedText("client-1.YQ=="));
    }
}
