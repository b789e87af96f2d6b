package org.bodywork.allinone.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.bodywork.allinone.terminal.Trouble;

/**
 * One HTTP/1.1 connection for one question after the other. It costs a fraction of what a real client does, which matters where
 * asking and answering share two cores.
 */
final class KeptConnection implements AutoCloseable {

    private static final int BUFFER = 1 << 15;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final String host;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] sink = new byte[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private int read;

    KeptConnection(URI service) {
        try {
            socket = new Socket(service.getHost(), service.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            host = service.getAuthority();
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks and reads the whole answer.
     *
     * @param question a path, and behind a line break further headers if there are any
     * @return the length of the body in bytes
     * @throws Trouble when the answer is not 200
     */
    int get(String question) {
        int end = question.indexOf('\n');
        String path = end < 0 ? question : question.substring(0, end);
        String headers = end < 0 ? "" : question.substring(end + 1) + "\r\n";
        String status = exchange("GET " + path, "Accept: application/json\r\n" + headers, "");
        if (!status.contains(" 200 ")) {
            throw new Trouble("%s was answered %s".formatted(path, status));
        }
        return read;
    }

    /**
     * Sends JSON and reads the whole answer.
     *
     * @param headers each with its line break
     * @return the number of the status
     */
    int post(String path, String headers, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String status = exchange(
                "POST " + path,
                headers + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n",
                json);
        return Integer.parseInt(status.split(" ", 3)[1]);
    }

    private String exchange(String path, String headers, String body) {
        try {
            out.write((path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
            String status = readLine();
            read = readHead();
            skip(read);
            return status;
        } catch (SocketTimeoutException e) {
            throw new Trouble("%s was not answered within %d ms".formatted(path, PATIENCE_MILLIS), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without making a text of each line: what the client leaves to be collected disturbs what it measures. */
    private int readHead() throws IOException {
        int length = -1;
        for (fillLine(); !line.isEmpty(); fillLine()) {
            if (lineBeginsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        if (length < 0) {
            throw new IOException("an answer without a length");
        }
        return length;
    }

    private boolean lineBeginsWith(String lowerCase) {
        if (line.length() < lowerCase.length()) {
            return false;
        }
        for (int at = 0; at < lowerCase.length(); at++) {
            if (Character.toLowerCase(line.charAt(at)) != lowerCase.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private String readLine() throws IOException {
        fillLine();
        return line.toString();
    }

    private void fillLine() throws IOException {
        line.setLength(0);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
    }

    private void skip(int length) throws IOException {
        int left = length;
        while (left > 0) {
            int read = in.read(sink, 0, Math.min(left, sink.length));
            if (read < 0) {
                throw new IOException("the connection ended");
            }
            left -= read;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
