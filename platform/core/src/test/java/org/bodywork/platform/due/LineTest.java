package org.bodywork.platform.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");

    private final Line line = new Line();

    @Test
    void formsOnlyOnceWorkIsLate() {
        line.claimed(NOW.minusSeconds(2), NOW);
        assertThat(line.isBehind()).isFalse();

        line.claimed(NOW.minusSeconds(60), NOW);
        assertThat(line.isBehind()).isTrue();
    }

    @Test
    void keepsItsOrderAndEndsWhenItDoesNotFill() {
        line.claimed(NOW.minusSeconds(60), NOW);

        line.read(List.of("first", "second"));

        assertThat(line.isBehind()).isFalse();
        assertThat(line.next()).isEqualTo("first");
        assertThat(line.next()).isEqualTo("second");
        assertThat(line.next()).isNull();
    }

    @Test
    void goesOnWhileItFills() {
        line.read(Collections.nCopies(Line.LENGTH, "one"));

        assertThat(line.isBehind()).isTrue();
    }
}
