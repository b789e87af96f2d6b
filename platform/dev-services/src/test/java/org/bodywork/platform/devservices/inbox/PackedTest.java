package org.bodywork.platform.devservices.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 100_000})
    void givesBackTheBytesThatWentIn(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);

        var packed = Packed.of(bytes);

        assertThat(packed.bytes()).isEqualTo(bytes);
        assertThat(packed.size()).isEqualTo(size);
    }

    @Test
    void takesLessRoomThanTheText() {
        assertThat(Packed.of("the same again ".repeat(100)).storedSize()).isLessThan(200);
    }
}
