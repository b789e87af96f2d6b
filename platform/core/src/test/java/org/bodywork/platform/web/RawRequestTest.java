package org.bodywork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no well-behaved client can send. */
class RawRequestTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /orders?page=%zz HTTP/1.1\r\n\r\n",
                "GET /orders?size=%ff%fe HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /orders/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /orders/%ff HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /orders/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /orders HTTP/1.1\r\nHost: a\r\nAccept: nonsense\r\n\r\n",
                "POST /orders HTTP/1.1\r\nHost: a\r\nContent-Type: nonsense\r\nContent-Length: 2\r\n\r\n{}",
                "POST /orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: x\r\n\r\n{}",
                "POST /orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json;charset=x\r\nContent-Length: 2\r\n\r\n{}",
                "POST /orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "BREW /orders HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void blamesTheClient(String request) throws IOException {
        assertThat(statusOf(request)).isBetween(400, 499);
    }

    private int statusOf(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().substring(9, 12));
        }
    }
}
