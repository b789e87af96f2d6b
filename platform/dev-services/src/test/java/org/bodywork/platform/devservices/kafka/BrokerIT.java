package org.bodywork.platform.devservices.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.bodywork.platform.devservices.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {

    @TempDir
    Path data;

    @Test
    void keepsRecordsAndClusterIdOverARestart() throws Exception {
        String clusterId;
        try (var broker = Broker.start(data, 0, 0)) {
            clusterId = broker.clusterId();
            var records = new Records(broker.bootstrapServers());
            records.createTopic("facts");
            records.send("facts", "before");
        }

        try (var broker = Broker.start(data, 0, 0)) {
            var records = new Records(broker.bootstrapServers());
            records.send("facts", "after");
            assertThat(records.read("facts", 2)).containsExactly("before", "after");
            assertThat(broker.clusterId()).isEqualTo(clusterId);
        }
    }

    @Test
    void makesNoTopicThatNobodyAskedFor() {
        try (var broker = Broker.start(data, 0, 0)) {
            assertThatThrownBy(() -> new Records(broker.bootstrapServers()).send("typo", "lost"))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void refusesAFolderThatAnotherBrokerHolds() {
        try (var first = Broker.start(data, 0, 0)) {
            assertThatThrownBy(() -> Broker.start(data, 0, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("Another Kafka uses the folder " + data);
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void refusesABusyPort() {
        try (var first = Broker.start(data.resolve("first"), 0, 0)) {
            assertThatThrownBy(() -> Broker.start(data.resolve("second"), first.port(), 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + first.port());
        }
    }
}
