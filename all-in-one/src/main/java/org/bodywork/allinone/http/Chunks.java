package org.bodywork.allinone.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer that comes in chunks, each with its size before it (RFC 9112, section 7.1). */
final class Chunks extends InputStream {

    private static final int HEX = 16;

    private final InputStream raw;
    private int left;
    private boolean first = true;
    private boolean ended;

    Chunks(InputStream raw) {
        this.raw = raw;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (left == 0 && !ended) {
            begin();
        }
        if (ended) {
            return -1;
        }
        int read = raw.read(into, from, Math.min(length, left));
        if (read < 0) {
            throw new EOFException("the answer broke off");
        }
        left -= read;
        return read;
    }

    private void begin() throws IOException {
        if (!first) {
            line();
        }
        first = false;
        try {
            left = Integer.parseInt(line().split(";", 2)[0].strip(), HEX);
        } catch (NumberFormatException e) {
            throw new IOException("this is no chunk", e);
        }
        ended = left == 0;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = raw.read(); next != '\n'; next = raw.read()) {
            if (next < 0) {
                throw new EOFException("the answer broke off");
            }
            line.append((char) next);
        }
        return line.toString();
    }
}
