package org.bodywork.allinone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log that never outgrows twice its limit: when full it becomes {@code NAME.log.1} and a new one begins. */
public final class LogFile {

    private static final long USUAL_LIMIT = 8L * 1024 * 1024;

    private final Path file;
    private final long limit;
    private Writer writer;
    private long written;

    public LogFile(Path file) {
        this(file, USUAL_LIMIT);
    }

    /**
     * A log with a limit of its own.
     *
     * @param limit in characters
     */
    LogFile(Path file, long limit) {
        this.file = file;
        this.limit = limit;
        this.writer = open(file);
        this.written = file.toFile().length();
    }

    synchronized void add(String line) {
        try {
            if (written > limit) {
                writer.close();
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                writer = open(file);
                written = 0;
            }
            writer.append(line).append('\n').flush();
            written += line.length() + 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return file;
    }

    private static Writer open(Path file) {
        try {
            return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
