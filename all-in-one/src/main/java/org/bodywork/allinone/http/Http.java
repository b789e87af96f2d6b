package org.bodywork.allinone.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bodywork.allinone.terminal.Trouble;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests, each with the same headers. */
public final class Http {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client;
    private final Map<String, String> headers;
    private final Duration patience;

    private Http(HttpClient client, Map<String, String> headers, Duration patience) {
        this.client = client;
        this.headers = headers;
        this.patience = patience;
    }

    public static Http plain() {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        return new Http(client, Map.of(), PATIENCE);
    }

    /** As the services call each other's internal addresses. */
    public static Http internal(String token) {
        return plain().with("X-Internal-Token", token);
    }

    /** The same with one more header. */
    public Http with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Http(client, Map.copyOf(more), patience);
    }

    /** The same, but waiting so long for an answer to begin. */
    public Http waiting(Duration patient) {
        return new Http(client, headers, patient);
    }

    public Answer get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    public Answer post(URI address) {
        return send(HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public Answer post(URI address, String contentType, String body) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    public Answer postJson(URI address, Object body) {
        return post(address, "application/json", JsonMapper.shared().writeValueAsString(body));
    }

    /**
     * Sends a file without holding it, and hands on each line of the answer as it comes.
     *
     * @return without its lines if it is good, whole otherwise
     */
    public Answer upload(URI address, String contentType, UploadedFile file, Consumer<String> lines) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", contentType);
        all.put("Accept", "application/x-ndjson, application/problem+json");
        try (InputStream body = file.open()) {
            return new Upload(address, all, patience).send(body, file.length(), lines);
        } catch (IOException | UncheckedIOException e) {
            throw new Trouble("%s broke off; see ./bodywork status".formatted(address.getAuthority()), e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        HttpRequest built = request.timeout(patience).build();
        try {
            HttpResponse<String> response =
                    client.send(built, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new Trouble(
                    "%s does not answer; see ./bodywork status"
                            .formatted(built.uri().getAuthority()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("The request was interrupted.", e);
        }
    }
}
