package org.bodywork.allinone.backing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.data.Stores;
import org.bodywork.allinone.process.CommandProgram;
import org.bodywork.allinone.process.LogFile;
import org.bodywork.allinone.process.ReadySign;
import org.bodywork.platform.devservices.mongo.EmbeddedMongoMain;
import org.bodywork.platform.devservices.mongo.RealMongod;

/** Chooses the database: the one that is named, else a mongod of this machine, else the embedded one. */
public record Databases(DataFolder folder, DevServers servers, int port) {

    private static final String EMBEDDED_NOTICE =
            "Using the embedded database, which is for trying out only: a crash of it may lose bookings. For more, set MONGOD or MONGODB_URI.";

    public Backing choose(Map<String, String> environment) {
        String named = environment.getOrDefault("MONGODB_URI", "");
        if (!named.isBlank()) {
            new MongoAddress(named).requireAnswer();
            return Backing.elsewhere(named);
        }
        return RealMongod.find(environment).map(this::mongod).orElseGet(this::embedded);
    }

    private Backing mongod(Path program) {
        return new Backing(
                "mongodb://127.0.0.1:%d/?replicaSet=rs0".formatted(port),
                new Backing.Local("mongod", new MongodProgram(program, new Stores(folder).files("mongod"), port)),
                null);
    }

    private Backing embedded() {
        return new Backing(
                "mongodb://127.0.0.1:%d/".formatted(port),
                new Backing.Local(
                        DevServers.EMBEDDED_MONGO,
                        new CommandProgram(
                                DevServers.EMBEDDED_MONGO,
                                servers.command(
                                        DevServers.EMBEDDED_MONGO,
                                        EmbeddedMongoMain.class,
                                        List.of("-Xms32m", "-Xmx256m"),
                                        "--data",
                                        new Stores(folder)
                                                .files(DevServers.EMBEDDED_MONGO)
                                                .toString(),
                                        "--port",
                                        Integer.toString(port)),
                                folder.root(),
                                Map.of(),
                                new ReadySign.Line("ready"),
                                new LogFile(folder.log(DevServers.EMBEDDED_MONGO)))),
                EMBEDDED_NOTICE);
    }
}
