package org.bodywork.allinone.backing;

import java.util.List;
import java.util.Map;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.data.Stores;
import org.bodywork.allinone.process.CommandProgram;
import org.bodywork.allinone.process.LogFile;
import org.bodywork.allinone.process.ReadySign;
import org.bodywork.platform.devservices.kafka.KafkaMain;

/** Chooses the broker: the one that is named, else one in a JVM of its own. */
public record Brokers(DataFolder folder, DevServers servers, int port, int controllerPort) {

    public Backing choose(Map<String, String> environment) {
        String named = environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
        return named.isBlank() ? own() : Backing.elsewhere(named);
    }

    private Backing own() {
        List<String> command = servers.command(
                DevServers.KAFKA,
                KafkaMain.class,
                List.of("-Xms64m", "-Xmx384m"),
                "--data",
                new Stores(folder).files(DevServers.KAFKA).toString(),
                "--port",
                Integer.toString(port),
                "--controller-port",
                Integer.toString(controllerPort));
        return new Backing(
                "127.0.0.1:" + port,
                new Backing.Local(
                        DevServers.KAFKA,
                        new CommandProgram(
                                DevServers.KAFKA,
                                command,
                                folder.root(),
                                Map.of(),
                                new ReadySign.Line("ready"),
                                new LogFile(folder.log(DevServers.KAFKA)))),
                null);
    }
}
