package org.bodywork.allinone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.bodywork.allinone.terminal.Trouble;
import org.jspecify.annotations.Nullable;

/** Everything one installation keeps lies under this folder. */
public final class DataFolder {

    private static final long LEAST_FREE_BYTES = 500L * 1024 * 1024;

    private final Path root;

    private DataFolder(Path root) {
        this.root = root;
    }

    public static DataFolder at(Path root) {
        return new DataFolder(root.toAbsolutePath().normalize());
    }

    /**
     * Makes the folder where it is missing, readable by its owner only.
     *
     * @throws Trouble when it cannot be written or the disk is nearly full
     */
    public void create() {
        try {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createDirectories(logs());
            Files.delete(Files.createTempFile(root, "writable", ""));
            if (Files.getFileStore(root).getUsableSpace() < LEAST_FREE_BYTES) {
                throw new Trouble(
                        "Less than 500 MB are free for the data folder %s; make room or choose another with --data DIR."
                                .formatted(root));
            }
        } catch (IOException e) {
            throw new Trouble(
                    "The data folder %s cannot be written; choose another with --data DIR.".formatted(root), e);
        }
    }

    /**
     * Holds the folder for this process until the lock is closed; the system lets go of it should the process die.
     *
     * @throws Trouble when another process holds it
     */
    public FileLock lock() {
        try {
            FileChannel file =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw new Trouble(
                        "Bodywork already runs on the data folder %s; end it with ./bodywork stop, or choose another with --data DIR."
                                .formatted(root));
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether some process runs Bodywork on this folder now. */
    public boolean inUse() {
        if (!Files.exists(root.resolve("lock"))) {
            return false;
        }
        try (FileChannel file = FileChannel.open(root.resolve("lock"), StandardOpenOption.WRITE);
                FileLock lock = tryLock(file)) {
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisVeryProcess) {
            return null;
        }
    }

    public Path root() {
        return root;
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String program) {
        return logs().resolve(program + ".log");
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
