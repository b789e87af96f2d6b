package org.bodywork.platform.devservices.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

    @ParameterizedTest
    @CsvSource({
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "€, 80, 1",
        "€, 81, 2",
        "ł, 70, 1",
        "ł, 71, 2",
        "ł, 135, 3"
    })
    void countsPartsAsThePhoneNetworkDoes(String character, int times, int parts) {
        assertThat(Segments.of(character.repeat(times))).isEqualTo(parts);
    }
}
