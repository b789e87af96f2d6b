package org.bodywork.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.allinone.SharedInstallation.Shared;
import org.bodywork.allinone.Terminal.Outcome;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.platform.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command itself, as it is typed: an installation that it starts, beside another on the same machine. A start takes
 * a quarter of a minute, so the tests share it, and those that end it come last.
 */
@ExtendWith(SharedInstallation.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandIT {

    private static final int KILLING = Order.DEFAULT + 1;
    private static final int ENDING = Order.DEFAULT + 2;
    private static final Duration ALL_GONE_WITHIN = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static Shared other;
    private static Terminal terminal;
    private static Path data;
    private static Path listings;
    private static DemoTherapist therapist;
    private static int base;
    private static Outcome up;

    @BeforeAll
    static void start(Shared shared) throws Exception {
        other = shared;
        terminal = new Terminal(folder);
        data = folder.resolve("data");
        listings = folder.resolve("therapists.csv");
        therapist = writeListing(listings);
        base = Ports.free().booking();
        up = up(data, base);
    }

    @AfterAll
    static void leaveNothing() throws Exception {
        terminal.bodywork("stop", "--data", data.toString());
    }

    @Test
    void saysWhereEverythingIsOnceItServes() {
        assertThat(up.text())
                .contains("Bodywork is ready: bookings http://localhost:%d, therapists http://localhost:%d, "
                        .formatted(base, base + 1))
                .contains("Ready after", "booking-service");
        assertThat(up.code()).isZero();
    }

    @Test
    void servesBesideAnother() throws Exception {
        assertThat(status(data).code()).isZero();
        assertThat(status(other.data()).code()).isZero();
        assertThat(pids(data)).hasSizeGreaterThan(5).doesNotContainAnyElementsOf(pids(other.data()));
    }

    @Test
    void importsIntoTheOneThatIsNamed() throws Exception {
        Outcome imported = terminal.bodywork("import", "therapists", listings.toString(), "--data", data.toString());

        assertThat(imported.code()).describedAs(imported.text()).isZero();
        Await.until("the therapist can be booked", () -> bookings().know(therapist), known -> known);
    }

    @Test
    void refusesAFolderThatIsInUse() throws Exception {
        Outcome refused = up(data, Ports.free().booking());

        assertThat(refused.text())
                .startsWith("Bodywork already runs on the data folder")
                .hasLineCount(1);
        assertThat(refused.code()).isEqualTo(1);
    }

    @Test
    void refusesPortsThatAreInUse() throws Exception {
        Outcome refused = up(folder.resolve("second"), base);

        assertThat(refused.text())
                .contains("Port " + base + ", meant for booking-service, is in use")
                .hasLineCount(1);
        assertThat(refused.code()).isEqualTo(1);
    }

    @Test
    void worksThroughALinkFromAnyFolder() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("link"), Home.find().root().resolve("bodywork"));

        Outcome help = terminal.run(link, "help");

        assertThat(help.text()).contains("./bodywork up");
        assertThat(help.code()).isZero();
    }

    @Test
    void saysThatNothingRuns() throws Exception {
        Path nothing = folder.resolve("nothing");

        assertThat(status(nothing))
                .isEqualTo(new Outcome(
                        1,
                        "Bodywork does not run on the data folder %s; start it with ./bodywork up\n"
                                .formatted(nothing)));
    }

    @Test
    @Order(KILLING)
    void leavesNoProcessWhenItsLauncherIsKilledAndComesBackWithWhatItKnew() throws Exception {
        ProcessHandle launcher = launcher(data);
        List<ProcessHandle> started = launcher.descendants().toList();
        assertThat(started).hasSizeGreaterThan(5);

        launcher.destroyForcibly();
        Await.until(
                "every process gone after the launcher was killed",
                ALL_GONE_WITHIN,
                () -> alive(started),
                List::isEmpty);
        assertThat(status(data).code()).isEqualTo(1);
        Outcome again = up(data, base);

        assertThat(again.code()).describedAs(again.text()).isZero();
        assertThat(status(data).code()).isZero();
        assertThat(bookings().know(therapist)).isTrue();
    }

    @Test
    @Order(ENDING)
    void endsWithoutTheOther() throws Exception {
        List<Long> ofOther = pids(other.data());
        ProcessHandle launcher = launcher(data);
        List<ProcessHandle> running =
                Stream.concat(Stream.of(launcher), launcher.descendants()).toList();

        Outcome stopped = terminal.bodywork("stop", "--data", data.toString());

        assertThat(stopped).isEqualTo(new Outcome(0, "Bodywork has ended.\n"));
        assertThat(alive(running)).isEmpty();
        assertThat(status(other.data()).code()).isZero();
        assertThat(pids(other.data())).isEqualTo(ofOther);
    }

    /** One therapist of the demo listings, in a file of the same columns. */
    private static DemoTherapist writeListing(Path file) throws IOException {
        List<String> lines = DemoListings.csv().lines().limit(2).toList();
        Files.write(file, lines);
        return DemoTherapist.in(Files.readString(file)).getFirst();
    }

    private static Outcome up(Path data, int base) throws IOException, InterruptedException {
        return terminal.bodywork(
                "up", "--background", "--no-demo", "--data", data.toString(), "--port-base", Integer.toString(base));
    }

    private static Outcome status(Path data) throws IOException, InterruptedException {
        return terminal.bodywork("status", "--data", data.toString());
    }

    private static Bookings bookings() {
        return new Bookings(Service.BOOKING.url(Ports.from(base)));
    }

    private static List<Long> pids(Path data) {
        return processes(data).stream().map(State.Entry::pid).toList();
    }

    private static ProcessHandle launcher(Path data) {
        return processes(data).stream()
                .filter(entry -> entry.name().equals(State.LAUNCHER))
                .flatMap(entry -> entry.process().stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<State.Entry> processes(Path data) {
        return new StateFile(DataFolder.at(data)).read().orElseThrow().processes();
    }

    private static List<ProcessHandle> alive(List<ProcessHandle> processes) {
        return processes.stream().filter(ProcessHandle::isAlive).toList();
    }
}
