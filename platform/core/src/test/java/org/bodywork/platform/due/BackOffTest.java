package org.bodywork.platform.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    @ParameterizedTest
    @CsvSource({"1, 500, 1000", "2, 1000, 2000", "5, 8000, 16000", "60, 150000, 300000"})
    void doublesUpToFiveMinutes(int attempts, long least, long most) {
        assertThat(BackOff.after(attempts)).isBetween(Duration.ofMillis(least), Duration.ofMillis(most));
    }
}
