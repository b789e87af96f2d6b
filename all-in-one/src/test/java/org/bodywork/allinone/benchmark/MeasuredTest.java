package org.bodywork.allinone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    @Test
    void ordersWhatItIsGiven() {
        Measured measured = new Measured(IntStream.rangeClosed(1, 200)
                .mapToObj(i -> Duration.ofMillis(201 - i))
                .toList());

        assertThat(measured.percentile(50)).hasMillis(100);
        assertThat(measured.percentile(99)).hasMillis(198);
        assertThat(measured.percentile(100)).hasMillis(200);
    }

    @Test
    void saysTheFiguresInMilliseconds() {
        assertThat(new Measured(List.of(Duration.ofMillis(7)))).hasToString("p50 7.0 ms, p99 7.0 ms, max 7.0 ms (1)");
    }

    @Test
    void refusesToMakeFiguresFromNothing() {
        assertThatThrownBy(() -> new Measured(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
