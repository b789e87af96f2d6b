package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "(314) 555-0123, +13145550123",
        "314.555.0123, +13145550123",
        "1-303-555-0199, +13035550199",
        "+44 20 7946 0958, +442079460958"
    })
    void writesNumbersInOneForm(String given, String written) {
        assertThat(PhoneNumbers.e164(given)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "call me", "555-0123", "+1 000 000 0000", "(314) 555-0123 ext. 9", "31455501234567890"})
    void refusesWhatIsNobodysNumber(String given) {
        assertThat(PhoneNumbers.e164(given)).isEmpty();
    }
}
