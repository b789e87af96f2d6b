package org.bodywork.allinone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
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
        watchdog.startedToEndLast(guarded.pid());

        watchdog.launcherDies();

        assertThat(guarded.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void endsWhatIsToEndLastOnlyAfterTheOthers() throws Exception {
        Process first = new ProcessBuilder(
                        "sh",
                        "-c",
                        "trap 'kill -0 %d && echo so far; exit' TERM; echo ready; while :; do sleep 0.1; done"
                                .formatted(guarded.pid()))
                .start();
        BufferedReader output = first.inputReader();
        assertThat(output.readLine()).isEqualTo("ready");
        Watchdog watchdog = Watchdog.start();
        watchdog.startedToEndFirst(first.pid());
        watchdog.startedToEndLast(guarded.pid());

        watchdog.launcherDies();

        assertThat(output.readLine()).isEqualTo("so far");
        assertThat(guarded.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leavesAloneWhatHadEnded() throws Exception {
        Watchdog watchdog = Watchdog.start();
        watchdog.startedToEndLast(guarded.pid());
        watchdog.ended(guarded.pid());

        watchdog.launcherDies();

        assertThat(guarded.isAlive()).isTrue();
    }

    @Test
    void goesAwayQuietlyOnceAllIsDone() throws Exception {
        Watchdog watchdog = Watchdog.start();
        watchdog.startedToEndLast(guarded.pid());

        watchdog.close();

        assertThat(guarded.isAlive()).isTrue();
    }
}
