package org.bodywork.allinone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurposeTest {

    @TempDir
    Path folder;

    private AotCache cache;

    @BeforeEach
    void none() {
        cache = new AotCache(folder.resolve("app.aot"));
    }

    @Test
    void useIsWithoutACacheWhereThereIsNone() {
        assertThat(Purpose.USE.options(cache)).containsExactly("-XX:TieredStopAtLevel=1");
    }

    @Test
    void useIsWithTheCacheThatTrainingLeft() throws IOException {
        Files.createFile(cache.file());

        assertThat(Purpose.USE.options(cache))
                .containsExactly("-XX:TieredStopAtLevel=1", "-XX:AOTCache=" + cache.file());
    }

    @Test
    void trainingIsWithTheOptionsOfUse() {
        assertThat(Purpose.TRAINING.options(cache))
                .containsExactly("-XX:TieredStopAtLevel=1", "-XX:AOTCacheOutput=" + cache.file());
    }

    @Test
    void measurementIsWithBothCompilers() {
        assertThat(Purpose.MEASUREMENT.options(cache)).isEmpty();
    }

    @Test
    void aCacheIsTrainedOnceItIsKeptByThisVeryJava() throws IOException {
        Files.createFile(cache.file());
        assertThat(cache.isTrained()).isFalse();

        cache.keep();

        assertThat(cache.isTrained()).isTrue();
        Files.writeString(folder.resolve("app.aot.trained-by"), "another Java");
        assertThat(cache.isTrained()).isFalse();
    }
}
