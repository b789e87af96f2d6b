package org.bodywork.allinone.backing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.data.Stores;
import org.bodywork.allinone.process.CommandProgram;
import org.bodywork.allinone.process.LogFile;
import org.bodywork.allinone.process.ReadySign;
import org.bodywork.platform.devservices.kafka.KafkaMain;

/** Chooses the broker: the one that is named, else one in a JVM of its own. */
public record Brokers(DataFolder folder, Path libraries, int port, int controllerPort) {

    private static final String STORE = "kafka";

    public Backing choose(Map<String, String> environment) {
        String named = environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
        return named.isBlank() ? own() : Backing.elsewhere(named);
    }

    private Backing own() {
        List<String> command = new DevServer(libraries, KafkaMain.class, List.of("-Xms64m", "-Xmx384m"))
                .command(
                        "--data",
                        new Stores(folder).files(STORE).toString(),
                        "--port",
                        Integer.toString(port),
                        "--controller-port",
                        Integer.toString(controllerPort));
        return new Backing(
                "127.0.0.1:" + port,
                new Backing.Local(
                        STORE,
                        new CommandProgram(
                                STORE,
                                command,
                                folder.root(),
                                Map.of(),
                                new ReadySign.Line("ready"),
                                new LogFile(folder.log(STORE)))),
                null);
    }
}
