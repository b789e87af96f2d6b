package org.bodywork.allinone.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes to be sent, of a length that is known before. */
public interface UploadedFile {

    long length();

    InputStream open() throws IOException;

    static UploadedFile at(Path path) throws IOException {
        return of(Files.size(path), () -> Files.newInputStream(path));
    }

    static UploadedFile holding(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static UploadedFile of(long length, Opening opening) {
        return new UploadedFile() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() throws IOException {
                return opening.open();
            }
        };
    }

    /** Opens it anew. */
    interface Opening {
        InputStream open() throws IOException;
    }
}
