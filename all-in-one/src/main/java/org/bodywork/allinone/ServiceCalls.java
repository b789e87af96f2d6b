package org.bodywork.allinone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bodywork.allinone.terminal.Trouble;

/** Requests to the services' internal addresses. */
final class ServiceCalls {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String internalToken;

    ServiceCalls(String internalToken) {
        this.internalToken = internalToken;
    }

    HttpResponse<String> get(URI address) {
        return send(request(address).GET());
    }

    HttpResponse<String> post(URI address, String contentType, String body) {
        return send(request(address)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("X-Internal-Token", internalToken);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            return http.send(built, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
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
