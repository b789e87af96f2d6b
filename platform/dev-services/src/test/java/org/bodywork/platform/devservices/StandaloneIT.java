package org.bodywork.platform.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bodywork.platform.devservices.kafka.KafkaMain;
import org.bodywork.platform.devservices.mongo.EmbeddedMongo;
import org.bodywork.platform.devservices.mongo.EmbeddedMongoMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What it starts are processes of their own, so other tests go on beside it. */
@Execution(ExecutionMode.CONCURRENT)
class StandaloneIT {

    @TempDir
    Path folder;

    @Test
    void kafkaPrintsItsReadyLineAndNothingElseUntilItHasStopped() throws Exception {
        try (var kafka = start(KafkaMain.class, "--data", data(), "--port", "0", "--controller-port", "0")) {
            assertThat(kafka.linesWhenReady()).singleElement().asString().startsWith("ready kafka 127.0.0.1:");
            assertThat(kafka.linesAfterTerm()).hasSize(1);
        }
    }

    @Test
    void embeddedMongoPrintsItsReadyLineAndNothingElseUntilItHasStopped() throws Exception {
        try (var mongo = start(EmbeddedMongoMain.class, "--data", data(), "--port", "0")) {
            assertThat(mongo.linesWhenReady())
                    .singleElement()
                    .asString()
                    .startsWith("ready mongo mongodb://127.0.0.1:");
            assertThat(mongo.linesAfterTerm()).hasSize(1);
        }
    }

    @Test
    void messagesPrintTheirReadyLineAndNothingElseUntilTheyHaveStopped() throws Exception {
        try (var messages = start(MessagesMain.class, "--smtp-port", "0", "--twilio-port", "0", "--http-port", "0")) {
            assertThat(messages.linesWhenReady())
                    .singleElement()
                    .asString()
                    .matches("ready messages smtp \\d+ twilio \\d+ page http://localhost:\\d+/");
            assertThat(messages.linesAfterTerm()).hasSize(1);
        }
    }

    @Test
    void aBusyPortIsOnePlainLineAndAnExitCode() throws Exception {
        try (var holder = EmbeddedMongo.inMemory(0);
                var mongo = start(EmbeddedMongoMain.class, "--data", data(), "--port", "" + holder.port())) {
            assertThat(mongo.linesWhenReady())
                    .singleElement()
                    .asString()
                    .startsWith("Port " + holder.port() + " of 127.0.0.1 cannot be used");
            assertThat(mongo.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownOptionIsOnePlainLineAndAnExitCode() throws Exception {
        try (var kafka = start(KafkaMain.class, "--folder", data())) {
            assertThat(kafka.linesWhenReady())
                    .singleElement()
                    .asString()
                    .startsWith("Cannot read \"--folder\". Give any of [--advertised, --bind,");
            assertThat(kafka.exitCode()).isEqualTo(1);
        }
    }

    private PackagedProcess start(Class<?> main, String... args) throws Exception {
        return PackagedProcess.start(folder.resolve("output"), main, args);
    }

    private String data() {
        return folder.resolve("data").toString();
    }
}
