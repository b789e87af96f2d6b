package org.bodywork.platform.devservices.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bodywork.platform.devservices.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsMongod
class RealMongodIT {

    private final Path program = RealMongod.find().orElseThrow();

    @TempDir
    Path data;

    @Test
    void takesMajorityWritesAsSoonAsItHasStarted() {
        try (var mongod = RealMongod.start(program, data, 0)) {
            var counters = new Counters(mongod.uri());

            counters.store(7);

            assertThat(counters.read()).isEqualTo(7);
        }
    }

    @Test
    void keepsItsDataWhenItComesBackOnAnotherPort() {
        int firstPort;
        try (var mongod = RealMongod.start(program, data, 0)) {
            firstPort = mongod.port();
            new Counters(mongod.uri()).store(8);
        }

        try (var mongod = RealMongod.start(program, data, 0)) {
            assertThat(mongod.port()).isNotEqualTo(firstPort);
            assertThat(new Counters(mongod.uri()).read()).isEqualTo(8);
        }
    }

    @Test
    void leavesNoProcessBehind() {
        var mongod = RealMongod.start(program, data, 0);

        mongod.close();

        assertThat(mongod.process().isAlive()).isFalse();
    }

    @Test
    void saysWhereTheLogIsWhenMongodEndsAtOnce() throws IOException {
        var broken = Files.writeString(data.resolve("mongod"), "#!/bin/sh\nexit 1\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(() -> RealMongod.start(broken, data, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("it ended")
                .hasMessageContaining("mongod.log");
    }

    @Test
    void refusesAProgramThatCannotBeRun() {
        assertThatThrownBy(() -> RealMongod.find(Map.of("MONGOD", "/nowhere/mongod")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("MONGOD names /nowhere/mongod, which cannot be run. Correct it or unset it.");
    }

    @Test
    void findsNothingOnAnEmptyPath() {
        assertThat(RealMongod.find(Map.of("PATH", data.toString()))).isEmpty();
    }
}
