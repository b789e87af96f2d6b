package org.bodywork.platform.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {

    private static final String LOOPBACK = "127.0.0.1";

    @Test
    void areNeverTheSameTwice() {
        int one = Ports.require(LOOPBACK, 0);

        assertThat(Ports.requireBeside(one, LOOPBACK, 0)).isNotEqualTo(one);
        assertThatThrownBy(() -> Ports.requireBeside(one, LOOPBACK, one))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("two things");
    }
}
