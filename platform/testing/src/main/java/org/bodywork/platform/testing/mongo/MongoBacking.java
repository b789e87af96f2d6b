package org.bodywork.platform.testing.mongo;

import java.util.Optional;
import org.bodywork.platform.testing.needs.Machine;
import org.bodywork.platform.testing.needs.Need;
import org.jspecify.annotations.Nullable;

/** A MongoDB that tests run against: started by the first test that asks for it, ended with the JVM. */
public enum MongoBacking {
    /** The server in Java, in memory; on every machine. */
    EMBEDDED(null),
    /** A mongod of this machine, as a replica set of one. */
    MONGOD(Need.MONGOD),
    /** Testcontainers' replica set of one, from the image named by {@code MONGO_IMAGE}. */
    CONTAINER(Need.DOCKER);

    private final @Nullable Need need;

    MongoBacking(@Nullable Need need) {
        this.need = need;
    }

    /** A real mongod where this machine has one, else the server in Java: what {@code bodywork up} would choose. */
    public static MongoBacking best() {
        return Machine.current().has(Need.MONGOD) ? MONGOD : EMBEDDED;
    }

    /** What the machine must have for this one. */
    public Optional<Need> need() {
        return Optional.ofNullable(need);
    }

    /** A database that nobody used before. */
    public TestDatabase freshDatabase() {
        return TestDatabase.freshOn(MongoServers.running(this));
    }
}
