package org.bodywork.allinone.http;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Sends a file and reads the answer, line by line, while it is still sending: the HTTP client of the JDK reads nothing
 * before all is sent.
 */
final class Upload {

    private static final int OK = 200;
    private static final int PORT_OF_HTTP = 80;
    private static final int CHUNK = 1 << 16;

    private final URI address;
    private final Map<String, String> headers;
    private final Duration patience;

    /** Takes how long to wait for the next line. */
    Upload(URI address, Map<String, String> headers, Duration patience) {
        this.address = address;
        this.headers = headers;
        this.patience = patience;
    }

    /**
     * Hands each line of a good answer on as it comes. A bad answer is returned whole, a good one without its lines.
     *
     * @param length of the body, in bytes
     */
    Answer send(InputStream body, long length, Consumer<String> lines) throws IOException {
        try (Socket socket = new Socket()) {
            int port = address.getPort() < 0 ? PORT_OF_HTTP : address.getPort();
            socket.connect(new InetSocketAddress(address.getHost(), port), Math.toIntExact(patience.toMillis()));
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            CompletableFuture<Void> sent =
                    CompletableFuture.runAsync(() -> write(socket, body, length), Thread::startVirtualThread);
            Answer answer = read(socket, lines);
            // An answer that came early is a refusal: the rest of the file is of no interest to anybody.
            sent.cancel(true);
            return answer;
        }
    }

    private void write(Socket socket, InputStream body, long length) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head(length).getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                out.write(chunk, 0, read);
            }
            out.flush();
        } catch (IOException _) {
            // The service has hung up: what it answered, or that it did not, is seen where the answer is read.
        }
    }

    private String head(long length) {
        String path = address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
        String fields = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        return "POST " + path + " HTTP/1.1\r\nConnection: close\r\nHost: " + address.getAuthority() + "\r\n" + fields
                + "Content-Length: " + length + "\r\n\r\n";
    }

    private static Answer read(Socket socket, Consumer<String> lines) throws IOException {
        InputStream raw = new BufferedInputStream(socket.getInputStream());
        int status = status(line(raw));
        boolean inChunks = false;
        for (String field = line(raw); !field.isEmpty(); field = line(raw)) {
            inChunks |= field.toLowerCase(Locale.ROOT).startsWith("transfer-encoding: chunked");
        }
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(inChunks ? new Chunks(raw) : raw, StandardCharsets.UTF_8));
        if (status != OK) {
            return new Answer(status, answer.lines().collect(Collectors.joining("\n")));
        }
        answer.lines().forEach(lines);
        return new Answer(status, "");
    }

    private static String line(InputStream raw) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = raw.read(); next >= 0 && next != '\n'; next = raw.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** Of a line such as {@code HTTP/1.1 200 OK}. */
    private static int status(String line) throws IOException {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[1].matches("[0-9]{3}")) {
            throw new IOException("this is no answer of HTTP");
        }
        return Integer.parseInt(parts[1]);
    }
}
