package org.bodywork.allinone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bodywork.allinone.terminal.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest implements Register {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SERVES_UNTIL_ASKED_TO_END = "echo ready; exec sleep 600";

    @TempDir
    Path folder;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Queue<Keeper> keepers = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stopKeepers() {
        keepers.forEach(keeper -> keeper.stop(PATIENCE));
    }

    @Test
    void waitsUntilTheProgramServes() {
        Keeper keeper = keeping(SERVES_UNTIL_ASKED_TO_END);

        keeper.start();
        keeper.awaitServing(PATIENCE);

        assertThat(process(keeper).isAlive()).isTrue();
    }

    @Test
    void startsAnotherProcessWhenOneIsKilled() {
        Keeper keeper = keeping(SERVES_UNTIL_ASKED_TO_END);
        keeper.start();
        keeper.awaitServing(PATIENCE);
        ProcessHandle first = process(keeper);

        keeper.kill();
        keeper.awaitServing(PATIENCE);

        assertThat(first.isAlive()).isFalse();
        assertThat(process(keeper).isAlive()).isTrue();
        assertThat(told)
                .containsExactly("started", "ended", "program has ended; it is started again in 1 s.", "started");
    }

    @Test
    void givesUpOnAProgramThatNeverServed() {
        Keeper keeper = keeping("exit 3");

        keeper.start();

        assertThatThrownBy(() -> keeper.awaitServing(PATIENCE))
                .isInstanceOf(Trouble.class)
                .hasMessage("program ended while starting; its log says why: ./bodywork logs program");
    }

    @Test
    void saysThatAProgramTakesTooLong() {
        Keeper keeper = keeping("exec sleep 600");

        keeper.start();

        assertThatThrownBy(() -> keeper.awaitServing(Duration.ofMillis(200)))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("program is not ready");
    }

    @Test
    void startsNoOtherProcessOnceStopped() {
        Keeper keeper = keeping(SERVES_UNTIL_ASKED_TO_END);
        keeper.start();
        keeper.awaitServing(PATIENCE);

        keeper.stop(PATIENCE);

        assertThat(process(keeper).isAlive()).isFalse();
        assertThat(told).containsExactly("started", "ended");
    }

    @Test
    void endsAProgramThatWillNotListen() {
        Keeper keeper = keeping("trap '' TERM; echo ready; while :; do sleep 0.1; done");
        keeper.start();
        keeper.awaitServing(PATIENCE);

        keeper.stop(Duration.ofMillis(300));

        assertThat(process(keeper).isAlive()).isFalse();
    }

    @Test
    void keepsWhatTheProgramPrints() {
        Keeper keeper = keeping("echo hello; " + SERVES_UNTIL_ASKED_TO_END);

        keeper.start();
        keeper.awaitServing(PATIENCE);

        assertThat(folder.resolve("program.log")).content().startsWith("hello\n");
    }

    private Keeper keeping(String script) {
        Keeper keeper = new Keeper(
                new CommandProgram(
                        "program",
                        List.of("sh", "-c", script),
                        folder,
                        Map.of(),
                        new ReadySign.Line("ready"),
                        new LogFile(folder.resolve("program.log"))),
                this);
        keepers.add(keeper);
        return keeper;
    }

    private static ProcessHandle process(Keeper keeper) {
        return Objects.requireNonNull(keeper.process());
    }

    @Override
    public void started(String name, ProcessHandle process) {
        told.add("started");
    }

    @Override
    public void ended(String name, ProcessHandle process) {
        told.add("ended");
    }

    @Override
    public void notice(String line) {
        told.add(line);
    }
}
