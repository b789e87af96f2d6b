package org.bodywork.platform.devservices.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What a client asked. {@code HEAD} counts as {@code GET}; its body is left out later. */
public record Request(
        String method,
        String path,
        Map<String, String> variables,
        Parameters query,
        Map<String, String> headers,
        String body) {

    private static final int MOST_BYTES = 1 << 20;

    static Request read(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new BadRequest(413, "At most 1 MB fits into a request.");
        }
        var method = exchange.getRequestMethod();
        return new Request(
                method.equals("HEAD") ? "GET" : method,
                exchange.getRequestURI().getPath(),
                Map.of(),
                Parameters.parse(exchange.getRequestURI().getRawQuery()),
                Headers.firstOfEach(exchange.getRequestHeaders()),
                new String(body, StandardCharsets.UTF_8));
    }

    Request withVariables(Map<String, String> found) {
        return new Request(method, path, found, query, headers, body);
    }

    /** A segment of the path, by its name in the route. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as a browser's form or Twilio's clients send it. */
    public Parameters form() {
        return Parameters.parse(body);
    }

    /**
     * The body as JSON.
     *
     * @throws BadRequest when it is not what the type needs
     */
    public <T> T json(Class<T> type) {
        try {
            return Json.MAPPER.readValue(body, type);
        } catch (JacksonException e) {
            throw new BadRequest("The body does not fit: " + e.getOriginalMessage());
        }
    }
}
