package org.bodywork.allinone.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void tellsOptionsFlagsAndTheRestApart() {
        Arguments arguments = read("--data", "here", "therapists", "--quick", "file.csv");

        assertThat(arguments.value("--data")).contains("here");
        assertThat(arguments.has("--quick")).isTrue();
        assertThat(arguments.others()).containsExactly("therapists", "file.csv");
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        assertThatThrownBy(() -> read("--dta", "here"))
                .isInstanceOf(Trouble.class)
                .hasMessage("--dta is not known here; see ./bodywork help.");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatThrownBy(() -> read("--data"))
                .isInstanceOf(Trouble.class)
                .hasMessage("--data needs a value; see ./bodywork help.");
    }

    private static Arguments read(String... typed) {
        return Arguments.read(List.of(typed), Set.of("--data"), Set.of("--quick"));
    }
}
