package org.bodywork.platform.devservices.mongo;

import java.util.Set;
import org.bodywork.platform.devservices.Options;
import org.bodywork.platform.devservices.Standalone;

/** The server in Java as a process of its own: {@code --data DIR [--port N]}. */
public final class EmbeddedMongoMain {

    private static final Set<String> OPTIONS = Set.of("data", "port");

    private EmbeddedMongoMain() {}

    public static void main(String[] args) {
        Standalone.run(EmbeddedMongoMain::start, server -> "mongo " + server.uri(), args);
    }

    private static EmbeddedMongo start(String[] args) {
        var options = Options.parse(args, System.getenv(), OPTIONS);
        return EmbeddedMongo.start(options.folder("data"), options.port("port", 27_017));
    }
}
