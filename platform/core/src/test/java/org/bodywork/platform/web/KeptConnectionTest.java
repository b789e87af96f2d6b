package org.bodywork.platform.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.NettyOutbound;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/**
 * What we need of the HTTP server under every service. Up to 1.3.7 it stopped reading a connection when a request came
 * before it was done with the one before, and was then answered at once, as remembered answers are: whoever asked next
 * waited for ever.
 */
class KeptConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String BODY = "ok";
    private static final String AT_ONCE = request("/at-once");
    private static final String LATER = request("/later");

    private final DisposableServer server = HttpServer.create()
            .host("localhost")
            .port(0)
            .route(routes -> routes.get("/at-once", (_, response) -> answer(response, Mono.just(BODY)))
                    .get(
                            "/later",
                            (_, response) -> answer(
                                    response, Mono.delay(Duration.ofMillis(50)).thenReturn(BODY))))
            .bindNow(PATIENCE);

    private static NettyOutbound answer(HttpServerResponse response, Mono<String> body) {
        return response.header("Content-Length", Integer.toString(BODY.length()))
                .sendString(body);
    }

    @AfterEach
    void stop() {
        server.disposeNow(PATIENCE);
    }

    @Test
    void answersWhatComesAfterARequestThatHadToWaitAndWasAnsweredAtOnce() throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            InputStream answers = socket.getInputStream();

            socket.getOutputStream().write((LATER + AT_ONCE).getBytes(US_ASCII));
            assertThat(readOne(answers)).endsWith(BODY);
            assertThat(readOne(answers)).endsWith(BODY);
            socket.getOutputStream().write(AT_ONCE.getBytes(US_ASCII));

            assertThat(readOne(answers)).endsWith(BODY);
        }
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static String readOne(InputStream answers) throws IOException {
        StringBuilder answer = new StringBuilder();
        int next = answers.read();
        while (next >= 0) {
            answer.append((char) next);
            if (answer.toString().endsWith("\r\n\r\n" + BODY)) {
                break;
            }
            next = answers.read();
        }
        return answer.toString();
    }
}
