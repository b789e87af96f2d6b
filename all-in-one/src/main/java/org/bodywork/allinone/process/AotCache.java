package org.bodywork.allinone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a JVM learnt of one program in a training run: with it a program starts in half the processor's time. It fits
 * only the same jars at the same place, of the same date, and the same Java and options; under any other the JVM starts
 * without it.
 */
public record AotCache(Path file) {

    private Path trainedBy() {
        return file.resolveSibling(file.getFileName() + ".trained-by");
    }

    List<String> use() {
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    List<String> fill() {
        return List.of("-XX:AOTCacheOutput=" + file);
    }

    public boolean isTrained() {
        try {
            return Files.exists(file)
                    && Files.exists(trainedBy())
                    && Files.readString(trainedBy()).equals(Jvm.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Notes by which Java it was made.
     *
     * @throws IllegalStateException when the training left none
     */
    public void keep() {
        if (!Files.exists(file)) {
            throw new IllegalStateException("the training left no " + file);
        }
        try {
            Files.writeString(trainedBy(), Jvm.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
