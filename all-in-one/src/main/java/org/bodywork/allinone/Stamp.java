package org.bodywork.allinone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that says from what its neighbours were made. */
record Stamp(Path file) {

    boolean exists() {
        return Files.exists(file);
    }

    /** Whether it was written after the source was: a reproducible build gives its jars an old date of change. */
    boolean isNewerThan(Path source) {
        try {
            FileTime written = (FileTime) Files.getAttribute(source, "unix:ctime");
            return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(written) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean says(String origin) {
        try {
            return Files.exists(file) && Files.readString(file).equals(origin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String origin) {
        try {
            Files.writeString(file, origin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String digest(Path source) {
        try (InputStream in = Files.newInputStream(source);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
