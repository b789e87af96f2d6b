package org.bodywork.allinone.backing;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.bodywork.allinone.process.Program;
import org.bodywork.allinone.process.Running;
import org.bodywork.platform.devservices.mongo.RealMongod;

/** A real mongod; its first start also makes it a replica set of one. */
record MongodProgram(Path mongod, Path files, int port) implements Program {

    @Override
    public String name() {
        return "mongod";
    }

    @Override
    public Running start() {
        RealMongod started = RealMongod.start(mongod, files, port);
        return new Running(started.process(), CompletableFuture.completedFuture(null));
    }
}
