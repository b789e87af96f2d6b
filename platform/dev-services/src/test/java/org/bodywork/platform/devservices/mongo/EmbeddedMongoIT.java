package org.bodywork.platform.devservices.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.bodywork.platform.devservices.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoIT {

    @TempDir
    Path data;

    @Test
    void keepsItsDataOverARestart() {
        try (var mongo = EmbeddedMongo.start(data, 0)) {
            new Counters(mongo.uri()).store(9);
        }

        try (var mongo = EmbeddedMongo.start(data, 0)) {
            assertThat(new Counters(mongo.uri()).read()).isEqualTo(9);
        }
    }

    @Test
    void servesFromMemory() {
        try (var mongo = EmbeddedMongo.inMemory(0)) {
            var counters = new Counters(mongo.uri());

            counters.store(10);

            assertThat(counters.read()).isEqualTo(10);
        }
    }

    @Test
    void refusesABusyPortInOneLine() {
        try (var first = EmbeddedMongo.inMemory(0)) {
            assertThatThrownBy(() -> EmbeddedMongo.inMemory(first.port()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + first.port());
        }
    }

    @Test
    void refusesAFolderThatAnotherServerHolds() {
        try (var first = EmbeddedMongo.start(data, 0)) {
            assertThatThrownBy(() -> EmbeddedMongo.start(data, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(data.toString());
            assertThat(first.port()).isPositive();
        }
    }
}
