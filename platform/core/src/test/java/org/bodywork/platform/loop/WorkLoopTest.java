package org.bodywork.platform.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bodywork.platform.testing.Await;
import org.junit.jupiter.api.Test;

class WorkLoopTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void worksWhenWoken() throws InterruptedException {
        CountDownLatch worked = new CountDownLatch(1);
        WorkLoop loop = new WorkLoop("test", NEVER, worked::countDown);
        loop.start();

        loop.wake();

        assertThat(worked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        loop.stop(PATIENCE);
    }

    @Test
    void worksAgainAfterARoundThatFailed() throws InterruptedException {
        CountDownLatch worked = new CountDownLatch(2);
        WorkLoop loop = new WorkLoop("test", Duration.ofMillis(1), () -> {
            worked.countDown();
            throw new IllegalStateException("a round that fails on purpose");
        });
        loop.start();

        assertThat(worked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        loop.stop(PATIENCE);
    }

    @Test
    void finishesItsRoundBeforeItStops() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        WorkLoop loop = new WorkLoop("test", NEVER, () -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                return;
            }
            finished.incrementAndGet();
        });
        loop.start();
        loop.wake();
        begun.await();
        Thread.ofVirtual().start(mayEnd::countDown);

        loop.stop(PATIENCE);

        assertThat(finished).hasValue(1);
        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void doesWhatItWasWokenForDuringItsLastRound() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        WorkLoop loop = new WorkLoop("test", NEVER, () -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                return;
            }
            finished.incrementAndGet();
        });
        loop.start();
        loop.wake();
        begun.await();
        loop.wake();
        Thread ending = Thread.ofVirtual().start(() -> loop.stop(PATIENCE));
        Await.until("it is to end", loop::isRunning, running -> !running);

        mayEnd.countDown();
        ending.join(PATIENCE);

        assertThat(finished).hasValue(2);
    }
}
