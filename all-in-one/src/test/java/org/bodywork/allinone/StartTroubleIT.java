package org.bodywork.allinone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bodywork.allinone.terminal.Trouble;
import org.bodywork.platform.devservices.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work is refused before anything runs, in one line that says what to do. */
class StartTroubleIT {

    private static final Home HOME = Home.find();

    @TempDir
    Path data;

    @Test
    void namesTheBusyPortAndItsUser() throws Exception {
        Ports ports = Ports.free();
        try (ServerSocket busy = new ServerSocket(ports.notification())) {
            assertThatThrownBy(() -> start(data, ports, Map.of()))
                    .isInstanceOf(Trouble.class)
                    .hasMessage(
                            "Port %d, meant for notification-service, is in use; stop what listens there, or choose other ports with --port-base N.",
                            busy.getLocalPort());
        }
    }

    @Test
    void refusesADataFolderThatCannotBeWritten() throws Exception {
        Path file = Files.createFile(data.resolve("file"));

        assertThatThrownBy(() -> start(file.resolve("data"), Ports.free(), Map.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void refusesADatabaseAddressThatIsNone() {
        assertThatThrownBy(() -> start(data, Ports.free(), Map.of("MONGODB_URI", "postgres://here")))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("MONGODB_URI is no MongoDB address");
    }

    @Test
    void refusesADatabaseThatDoesNotAnswerAndKeepsItsPasswordToItself() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }

        assertThatThrownBy(() -> start(
                        data,
                        Ports.free(),
                        Map.of("MONGODB_URI", "mongodb://user:secret@127.0.0.1:%d/".formatted(nobody))))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("No database answers at MONGODB_URI")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAMongodThatIsNone() {
        assertThatThrownBy(() -> start(data, Ports.free(), Map.of("MONGOD", "/no/such/mongod")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("/no/such/mongod");
    }

    private static void start(Path data, Ports ports, Map<String, String> environment) {
        try (Bodywork bodywork =
                new Bodywork(HOME, new UpOptions(data, ports, false, false, false, environment), _ -> {})) {
            bodywork.start();
        }
    }
}
