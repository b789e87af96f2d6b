package org.bodywork.allinone.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String GOOD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final ServerSocket server = listening();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void handsLinesOnWhileItIsStillSending() throws Exception {
        CompletableFuture<String> firstLine = new CompletableFuture<>();
        CompletableFuture<Void> serving = serving(socket -> {
            body(socket, 1);
            say(socket, GOOD + "6\r\none\ntw\r\n");
            firstLine.get();
            body(socket, 1);
            say(socket, "2;last\r\no\n\r\n0\r\n\r\n");
        });
        InputStream file = new InputStream() {
            private int sent;

            @Override
            public int read() {
                if (sent == 1) {
                    firstLine.join();
                }
                return sent++ < 2 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int next = read();
                if (next < 0) {
                    return -1;
                }
                into[from] = (byte) next;
                return 1;
            }
        };
        List<String> lines = new ArrayList<>();

        Answer answer = upload().send(file, 2, line -> {
            lines.add(line);
            firstLine.complete(line);
        });

        serving.get();
        assertThat(answer.isOk()).isTrue();
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void returnsARefusalWhole() throws Exception {
        CompletableFuture<Void> serving =
                serving(socket -> say(socket, "HTTP/1.1 400 Bad Request\r\n\r\n{\"detail\": \"no header\"}"));
        UploadedFile file = UploadedFile.holding("ten bytes.");

        Answer answer;
        try (InputStream body = file.open()) {
            answer = upload().send(body, 10, _ -> {});
        }

        serving.get();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).isEqualTo("no header");
    }

    private Upload upload() {
        URI address = URI.create("http://localhost:" + server.getLocalPort() + "/import?dryRun=true");
        return new Upload(address, Map.of("Content-Type", "text/csv"), PATIENCE);
    }

    private CompletableFuture<Void> serving(Serving serving) {
        return CompletableFuture.runAsync(
                () -> {
                    try (Socket socket = server.accept()) {
                        assertThat(head(socket))
                                .startsWith("POST /import?dryRun=true HTTP/1.1\r\n")
                                .contains("Content-Type: text/csv\r\n");
                        serving.serve(socket);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    /** Byte by byte, so that nothing of the body is taken. */
    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        return head.toString();
    }

    private static void body(Socket socket, int bytes) throws IOException {
        assertThat(socket.getInputStream().readNBytes(bytes)).hasSize(bytes);
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 1, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Serving {
        void serve(Socket socket) throws Exception;
    }
}
