package org.bodywork.platform.devservices.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes kept deflated: mails from one template shrink to a quarter, so four times as many fit into the memory. */
public final class Packed {

    private final byte[] deflated;
    private final int size;

    private Packed(byte[] deflated, int size) {
        this.deflated = deflated;
        this.size = size;
    }

    public static Packed of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Packed of(byte[] bytes) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream(bytes.length / 2 + 64);
            var buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return new Packed(out.toByteArray(), bytes.length);
        }
    }

    /** The number of bytes as they came. */
    public int size() {
        return size;
    }

    int storedSize() {
        return deflated.length;
    }

    public byte[] bytes() {
        try (var inflater = new Inflater()) {
            inflater.setInput(deflated);
            var bytes = new byte[size];
            int done = 0;
            while (done < size) {
                done += inflater.inflate(bytes, done, size - done);
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
