package org.bodywork.bookings.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "63143|63143",
                "63143 Maplewood|63143",
                "Maplewood, MO 63143-1234|63143",
                " Maplewood |maplewood",
                "lakewood co|lakewood",
                "St. Louis|st-louis",
                "saint louis|st-louis",
                "San Luís|st-louis",
                "st-louis|st-louis",
                "38.612649,-90.324554|38.61,-90.32"
            })
    void isUnderstoodAsPeopleTypeIt(String typed, String meant) {
        assertThat(Where.of(typed).text()).isEqualTo(meant);
        assertThat(Where.of(typed).isUnderstood()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Berlin", "6314", "631431", "91.5,10", "38.6;-90.3", "😀", "<script>", "'; drop"})
    void isUnknownOtherwise(String typed) {
        assertThat(Where.of(typed).isUnderstood()).isFalse();
    }

    @Test
    void forgetsWhereExactlySomebodyIs() {
        assertThat(Where.of("38.612649, -90.324554")).isEqualTo(Where.of("38.6149,-90.3151"));
    }
}
