package org.bodywork.platform.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
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

    /** A connection of anybody's may get any other while a server restarts, which then finds its own port taken. */
    @Test
    void areNoneThatTheSystemLendsToConnections() {
        assertThat(Ports.require(LOOPBACK, 0)).isLessThan(32_768);
        assertThat(Ports.freeRange(11)).isBetween(1_024, 32_768 - 11);
    }

    @Test
    void leaveOutWhatIsTaken() throws IOException {
        try (var taken = new ServerSocket(Ports.free())) {
            assertThatThrownBy(() -> Ports.require(LOOPBACK, taken.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }
}
