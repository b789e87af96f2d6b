package org.bodywork.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.platform.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, as it is typed. */
class CommandIT {

    private static final Duration ALL_GONE_WITHIN = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private String first;
    private String second;

    @BeforeEach
    void nameFolders() {
        first = folder.resolve("first").toString();
        second = folder.resolve("second").toString();
    }

    @AfterEach
    void leaveNothing() throws Exception {
        bodywork("stop", "--data", first);
        bodywork("stop", "--data", second);
    }

    @Test
    void runsTwiceOnOneMachineAndLeavesNoProcess() throws Exception {
        int base = Installations.freeBase();
        Outcome up =
                bodywork("up", "--background", "--no-demo", "--data", first, "--port-base", Integer.toString(base));
        assertThat(up.text()).contains("Bodywork is ready: bookings http://localhost:" + base);
        assertThat(up.text()).contains("Ready after").contains("booking-service");
        assertThat(up.code()).isZero();

        Outcome sameFolder = bodywork(
                "up", "--background", "--data", first, "--port-base", Integer.toString(Installations.freeBase()));
        assertThat(sameFolder.text())
                .startsWith("Bodywork already runs on the data folder")
                .hasLineCount(1);
        assertThat(sameFolder.code()).isEqualTo(1);

        Outcome samePorts = bodywork("up", "--background", "--data", second, "--port-base", Integer.toString(base));
        assertThat(samePorts.text()).contains("Port " + base + ", meant for booking-service, is in use");
        assertThat(samePorts.code()).isEqualTo(1);

        Outcome beside = bodywork(
                "up",
                "--background",
                "--no-demo",
                "--data",
                second,
                "--port-base",
                Integer.toString(Installations.freeBase()));
        assertThat(beside.code()).describedAs(beside.text()).isZero();

        List<State.Entry> ofSecond = processes(second);
        assertThat(bodywork("stop", "--data", second).code()).isZero();
        assertThat(ofSecond).hasSizeGreaterThan(5).allSatisfy(CommandIT::isGone);

        assertThat(bodywork("status", "--data", first).code()).isZero();
        List<State.Entry> ofFirst = processes(first);
        killLauncher(ofFirst);
        Await.until(
                "every process gone after the launcher was killed",
                ALL_GONE_WITHIN,
                () -> ofFirst.stream()
                        .filter(entry -> entry.process().isPresent())
                        .toList(),
                List::isEmpty);
    }

    @Test
    void worksThroughALinkFromAnyFolder() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("link"), Home.find().root().resolve("bodywork"));

        Outcome help = run(link.toString(), "help");

        assertThat(help.text()).contains("./bodywork up");
        assertThat(help.code()).isZero();
    }

    @Test
    void saysThatNothingRuns() throws Exception {
        Outcome status = bodywork("status", "--data", first);

        assertThat(status.text())
                .isEqualTo(
                        "Bodywork does not run on the data folder %s; start it with ./bodywork up\n".formatted(first));
        assertThat(status.code()).isEqualTo(1);
    }

    private record Outcome(int code, String text) {}

    private Outcome bodywork(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Home.find().root().resolve("bodywork").toString());
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private Outcome run(String... command) throws IOException, InterruptedException {
        return run(new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true));
    }

    private static Outcome run(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().put("BODYWORK_NO_BUILD", "1");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    private static List<State.Entry> processes(String data) {
        return new StateFile(DataFolder.at(Path.of(data))).read().orElseThrow().processes();
    }

    private static void killLauncher(List<State.Entry> processes) {
        processes.stream()
                .filter(entry -> entry.name().equals(State.LAUNCHER))
                .flatMap(entry -> entry.process().stream())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static void isGone(State.Entry entry) {
        assertThat(entry.process()).describedAs(entry.name()).isEmpty();
    }
}
