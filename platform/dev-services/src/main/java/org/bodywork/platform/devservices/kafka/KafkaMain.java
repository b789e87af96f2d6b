package org.bodywork.platform.devservices.kafka;

import java.util.Set;
import org.bodywork.platform.devservices.Options;
import org.bodywork.platform.devservices.Standalone;

/**
 * A broker as a process of its own: {@code --data DIR [--port N] [--controller-port N] [--bind ADDRESS]
 * [--advertised HOST]}.
 */
public final class KafkaMain {

    private static final Set<String> OPTIONS = Set.of("data", "port", "controller-port", "bind", "advertised");

    private KafkaMain() {}

    public static void main(String[] args) {
        Standalone.run(KafkaMain::start, KafkaMain::readyLine, args);
    }

    private static Broker start(String[] args) {
        var options = Options.parse(args, System.getenv(), OPTIONS);
        var bind = options.text("bind", "127.0.0.1");
        return Broker.start(new BrokerSettings(
                options.folder("data"),
                options.port("port", 9092),
                options.port("controller-port", 9093),
                bind,
                options.text("advertised", "127.0.0.1")));
    }

    private static String readyLine(Broker broker) {
        return "kafka " + broker.bootstrapServers() + " cluster " + broker.clusterId();
    }
}
