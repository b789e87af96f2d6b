package org.bodywork.therapists.listing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingRulesTest {

    @ParameterizedTest
    @ValueSource(ints = {-5, 3, 60 * 24 * 60 + 5})
    void noticeIsNoMoreThanSixtyDaysInStepsOfFiveMinutes(int minutes) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> BookingRules.notice(Duration.ofMinutes(minutes)))
                .withMessage("must be minutes in a multiple of 5 from 0 to 86400");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 245})
    void startsLieFiveMinutesToFourHoursApart(int minutes) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> BookingRules.grid(Duration.ofMinutes(minutes)));
    }

    @Test
    void aSecondIsNoMultipleOfFiveMinutes() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> BookingRules.grid(Duration.ofMinutes(15).plusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 366})
    void bookingReachesADayToAYearAhead(int days) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> BookingRules.horizonDays(days));
    }

    @Test
    void anEmptyFeeTextMeansNoFee() {
        assertThat(BookingRules.feeText("")).isEmpty();
    }

    @Test
    void aFeeTextOfBlanksIsRefused() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> BookingRules.feeText("  "));
    }

    @Test
    void handsOnLimitsAreMultiplesOfFiveMinutes() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new DailyLimits(null, Duration.ofMinutes(181), null));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new DailyLimits.InARow(Duration.ofHours(3), Duration.ZERO));
    }

    @Test
    void aDayHasAtLeastOneVisit() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new DailyLimits(0, null, null));
    }
}
