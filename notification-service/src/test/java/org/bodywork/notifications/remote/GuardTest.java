package org.bodywork.notifications.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GuardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ENOUGH_TO_JUDGE = Guard.FEWEST_CALLS_TO_JUDGE;

    private final SettableClock steady = SettableClock.at("2026-11-24T16:00:00Z");
    private final AtomicInteger calls = new AtomicInteger();
    private final Guard guard = guard(PATIENCE, 2);

    @Test
    void handsTheAnswerOn() {
        assertThat(guard.around(answered()).block(PATIENCE)).isEqualTo("fine");
    }

    @Test
    void callsNoMoreWhileMostCallsFailed() {
        repeat(ENOUGH_TO_JUDGE, failing());

        assertThatThrownBy(() -> guard.around(answered()).block(PATIENCE)).isInstanceOf(NotCalled.class);
        assertThat(calls).hasValue(ENOUGH_TO_JUDGE);
    }

    @Test
    void callsOnWhileFewerThanHalfFail() {
        repeat(ENOUGH_TO_JUDGE, answered());
        repeat(ENOUGH_TO_JUDGE - 1, failing());

        assertThat(guard.around(answered()).block(PATIENCE)).isEqualTo("fine");
    }

    @Test
    void waitsBeforeItCallsAgain() {
        repeat(ENOUGH_TO_JUDGE, failing());

        steady.advance(Guard.STAYS_OPEN.minusMillis(1));
        assertThatThrownBy(() -> guard.around(answered()).block(PATIENCE)).isInstanceOf(NotCalled.class);

        steady.advance(Duration.ofMillis(2));
        assertThat(guard.around(answered()).block(PATIENCE)).isEqualTo("fine");
    }

    @Test
    void trustsTheOtherSideAgainOnceItAnswers() {
        repeat(ENOUGH_TO_JUDGE, failing());
        steady.advance(Guard.STAYS_OPEN.plusMillis(1));
        repeat(ENOUGH_TO_JUDGE, answered());

        // Were it still on trial or remembered the old failures, these would close the way again.
        repeat(ENOUGH_TO_JUDGE - 1, failing());

        assertThat(guard.around(answered()).block(PATIENCE)).isEqualTo("fine");
    }

    @Test
    void waitsOnceMoreWhenTheOtherSideStillFails() {
        repeat(ENOUGH_TO_JUDGE, failing());
        steady.advance(Guard.STAYS_OPEN.plusMillis(1));
        repeat(ENOUGH_TO_JUDGE, failing());

        assertThatThrownBy(() -> guard.around(answered()).block(PATIENCE)).isInstanceOf(NotCalled.class);
        assertThat(calls).hasValue(2 * ENOUGH_TO_JUDGE);
    }

    @Test
    void takesARefusalForNoFailure() {
        repeat(2 * ENOUGH_TO_JUDGE, counted(Mono.error(new Refused())));

        assertThat(guard.around(answered()).block(PATIENCE)).isEqualTo("fine");
    }

    @Test
    void makesNoMoreCallsAtOnceThanAllowed() {
        Sinks.One<String> first = Sinks.one();
        Sinks.One<String> second = Sinks.one();
        var underWay = guard.around(counted(first.asMono())).toFuture();
        var alsoUnderWay = guard.around(counted(second.asMono())).toFuture();

        assertThatThrownBy(() -> guard.around(answered()).block(PATIENCE)).isInstanceOf(NotCalled.class);
        assertThat(calls).hasValue(2);

        first.tryEmitValue("first").orThrow();
        assertThat(underWay).isCompletedWithValue("first");
        assertThat(guard.around(answered()).block(PATIENCE)).isEqualTo("fine");
        second.tryEmitValue("second").orThrow();
        assertThat(alsoUnderWay).isCompletedWithValue("second");
    }

    @Test
    void endsACallThatTakesTooLong() {
        Guard impatient = guard(Duration.ofMillis(20), 2);

        assertThatThrownBy(() -> impatient.around(Mono.never()).block(PATIENCE))
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void callsNoMoreWhileMostCallsTakeTooLong() {
        Guard impatient = guard(Duration.ofMillis(20), 2);
        repeat(impatient, ENOUGH_TO_JUDGE, counted(Mono.never()));

        assertThatThrownBy(() -> impatient.around(answered()).block(PATIENCE)).isInstanceOf(NotCalled.class);
        assertThat(calls).hasValue(ENOUGH_TO_JUDGE);
    }

    private static final class Refused extends RuntimeException {}

    private Guard guard(Duration limit, int atOnce) {
        return new Guard("test", limit, atOnce, Refused.class::isInstance, steady, new SimpleMeterRegistry());
    }

    private Mono<String> answered() {
        return counted(Mono.just("fine"));
    }

    private Mono<String> failing() {
        return counted(Mono.error(new IllegalStateException("fails on purpose")));
    }

    private Mono<String> counted(Mono<String> call) {
        return call.doOnSubscribe(_ -> calls.incrementAndGet());
    }

    private void repeat(int times, Mono<String> call) {
        repeat(guard, times, call);
    }

    /** One after the other; what becomes of each does not matter. */
    private static void repeat(Guard guard, int times, Mono<String> call) {
        guard.around(call).onErrorComplete().repeat(times - 1L).blockLast(PATIENCE);
    }
}
