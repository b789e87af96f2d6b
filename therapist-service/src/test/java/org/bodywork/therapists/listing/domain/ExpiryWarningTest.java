package org.bodywork.therapists.listing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryWarningTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate EXPIRES = LocalDate.of(2027, 3, 31);

    @ParameterizedTest
    @CsvSource({
        "2027-01-30T08:59:59, 0",
        "2027-01-30T09:00, 60",
        "2027-03-01T08:59:59, 60",
        "2027-03-01T09:00, 30",
        "2027-03-24T08:59:59, 30",
        "2027-03-24T09:00, 7",
        "2027-03-31T23:59:59, 7",
        "2027-04-01T00:00, 0"
    })
    void holdsFromNineInTheMorningOfItsDayAtThePlace(LocalDateTime local, int daysBefore) {
        assertThat(ExpiryWarning.at(at(local), EXPIRES, CHICAGO)
                        .map(ExpiryWarning::daysBefore)
                        .orElse(0))
                .isEqualTo(daysBefore);
    }

    @Test
    void comesOneStepAfterTheOther() {
        Instant first = ExpiryWarning.nextAfter(Instant.EPOCH, EXPIRES, CHICAGO).orElseThrow();
        Instant second = ExpiryWarning.nextAfter(first, EXPIRES, CHICAGO).orElseThrow();
        Instant third = ExpiryWarning.nextAfter(second, EXPIRES, CHICAGO).orElseThrow();

        assertThat(first).isEqualTo(at(LocalDateTime.of(2027, 1, 30, 9, 0)));
        assertThat(second).isEqualTo(at(LocalDateTime.of(2027, 3, 1, 9, 0)));
        assertThat(third).isEqualTo(at(LocalDateTime.of(2027, 3, 24, 9, 0)));
        assertThat(ExpiryWarning.nextAfter(third, EXPIRES, CHICAGO)).isEmpty();
    }

    @Test
    void isNewsOnlyWhenItIsNearerOrAboutAnotherLastDay() {
        ExpiryWarning thirty = new ExpiryWarning(EXPIRES, 30);

        assertThat(thirty.isNewsAfter(null)).isTrue();
        assertThat(thirty.isNewsAfter(new ExpiryWarning(EXPIRES, 60))).isTrue();
        assertThat(thirty.isNewsAfter(thirty)).isFalse();
        assertThat(thirty.isNewsAfter(new ExpiryWarning(EXPIRES, 7))).isFalse();
        assertThat(thirty.isNewsAfter(new ExpiryWarning(EXPIRES.minusYears(2), 7)))
                .isTrue();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(CHICAGO).toInstant();
    }
}
