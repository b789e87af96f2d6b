package org.bodywork.platform.devservices.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer; its body is written as the client reads it. */
public final class Reply {

    private static final int NO_BODY = -1;
    private static final int CHUNKED = 0;

    private final int status;
    private final long length;
    private final Body body;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Reply(int status, String contentType, long length, Body body) {
        this.status = status;
        this.length = length;
        this.body = body;
        headers.put("Content-Type", contentType);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cache-Control", "no-store");
    }

    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, contentType, body.length == 0 ? NO_BODY : body.length, out -> out.write(body));
    }

    public static Reply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public static Reply html(String html) {
        return of(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply json(int status, Object value) {
        return of(status, "application/json", Json.MAPPER.writeValueAsBytes(value));
    }

    /** For a body too long to build in memory. */
    public static Reply streamed(String contentType, Body body) {
        return new Reply(200, contentType, CHUNKED, body);
    }

    public static Reply empty() {
        return new Reply(204, "text/plain", NO_BODY, out -> {});
    }

    public Reply with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    void sendTo(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean headersOnly = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, headersOnly ? NO_BODY : length);
        if (length != NO_BODY && !headersOnly) {
            try (var out = new BufferedOutputStream(exchange.getResponseBody())) {
                body.writeTo(out);
            }
        }
    }

    /** Writes the bytes of a body. */
    @FunctionalInterface
    public interface Body {

        void writeTo(OutputStream out) throws IOException;
    }
}
