package org.bodywork.allinone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private Process guarded;

    @BeforeEach
    void startSomething() throws Exception {
        guarded = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endIt() {
        guarded.destroyForcibly();
    }

    @Test
    void endsWhatStillRunsWhenTheLauncherIsGone() throws Exception {
        Watchdog watchdog = Watchdog.start();
        watchdog.started(guarded.pid());

        watchdog.launcherDies();

        assertThat(guarded.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leavesAloneWhatHadEnded() throws Exception {
        Watchdog watchdog = Watchdog.start();
        watchdog.started(guarded.pid());
        watchdog.ended(guarded.pid());

        watchdog.launcherDies();

        assertThat(guarded.isAlive()).isTrue();
    }

    @Test
    void goesAwayQuietlyOnceAllIsDone() throws Exception {
        Watchdog watchdog = Watchdog.start();
        watchdog.started(guarded.pid());

        watchdog.close();

        assertThat(guarded.isAlive()).isTrue();
    }
}
