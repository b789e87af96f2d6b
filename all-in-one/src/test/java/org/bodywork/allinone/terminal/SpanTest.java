package org.bodywork.allinone.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "+24h, PT24H",
        "24h, PT24H",
        "30m, PT30M",
        "45s, PT45S",
        "2d, PT48H",
        "PT24H, PT24H",
        "+P1DT2H, PT26H",
    })
    void readsWhatPeopleType(String typed, Duration meant) {
        assertThat(Span.parse(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "24", "24x", "-24h", "tomorrow", "1234567h"})
    void saysHowToWriteWhatItCannotRead(String typed) {
        assertThatThrownBy(() -> Span.parse(typed)).isInstanceOf(Trouble.class).hasMessageContaining("write 30m");
    }

    @Test
    void refusesToLeadBack() {
        assertThatThrownBy(() -> Span.parse("PT-1H"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("only moves forward");
    }

    @Test
    void refusesToStandStill() {
        assertThatThrownBy(() -> Span.parse("0h")).isInstanceOf(Trouble.class);
    }
}
