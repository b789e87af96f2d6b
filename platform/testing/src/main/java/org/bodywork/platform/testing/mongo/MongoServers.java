package org.bodywork.platform.testing.mongo;

import java.nio.file.Path;
import org.bodywork.platform.devservices.mongo.EmbeddedMongo;
import org.bodywork.platform.devservices.mongo.RealMongod;
import org.bodywork.platform.testing.OncePerJvm;
import org.bodywork.platform.testing.ScratchFolder;
import org.bodywork.platform.testing.needs.Machine;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** Starts each kind of MongoDB once in this JVM, with nothing in it, on a free port. */
final class MongoServers {

    private static final int ANY_FREE_PORT = 0;

    private static final OncePerJvm<MongoServer> EMBEDDED = new OncePerJvm<>(MongoServers::embedded);
    private static final OncePerJvm<MongoServer> MONGOD = new OncePerJvm<>(MongoServers::mongod);
    private static final OncePerJvm<MongoServer> CONTAINER = new OncePerJvm<>(MongoServers::container);

    private MongoServers() {}

    static MongoServer running(MongoBacking backing) {
        return switch (backing) {
            case EMBEDDED -> EMBEDDED.get();
            case MONGOD -> MONGOD.get();
            case CONTAINER -> CONTAINER.get();
        };
    }

    private static MongoServer embedded() {
        var server = EmbeddedMongo.inMemory(ANY_FREE_PORT);
        return MongoServer.at(server.uri(), server::close);
    }

    private static MongoServer mongod() {
        Path program = Machine.current()
                .mongod()
                .orElseThrow(() -> new IllegalStateException("No mongod here: mark the test @Needs(MONGOD)"));
        var data = ScratchFolder.create("mongod");
        var server = RealMongod.start(program, data.path(), ANY_FREE_PORT);
        return MongoServer.at(server.uri(), () -> {
            server.close();
            data.close();
        });
    }

    private static MongoServer container() {
        var image = DockerImageName.parse(Machine.current().mongoImage()).asCompatibleSubstituteFor("mongo");
        var server = new MongoDBContainer(image).withReplicaSet();
        server.start();
        return MongoServer.at(server.getConnectionString() + "/", server::stop);
    }
}
