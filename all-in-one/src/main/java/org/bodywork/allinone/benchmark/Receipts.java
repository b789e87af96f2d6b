package org.bodywork.allinone.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the mail and SMS servers took, and when. Read as it comes: thousands of mails at once would not fit into the
 * launcher's memory.
 */
final class Receipts {

    private final URI page;
    private final HttpClient client = HttpClient.newHttpClient();

    Receipts(URI page) {
        this.page = page.resolve("/api/messages");
    }

    /**
     * One message.
     *
     * @param at by the machine's time, in milliseconds
     */
    record Receipt(String to, Instant at) {}

    /** In the order in which they came. */
    List<Receipt> all() {
        try (InputStream body = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofInputStream())
                        .body();
                JsonParser json = JsonMapper.shared().createParser(body)) {
            return read(json).reversed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<Receipt> read(JsonParser json) {
        List<Receipt> found = new ArrayList<>();
        String to = "";
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token != JsonToken.PROPERTY_NAME) {
                continue;
            }
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "to" -> to = json.getString();
                case "receivedAt" -> found.add(new Receipt(to, Instant.parse(json.getString())));
                case "attachments" -> json.skipChildren();
                default -> {}
            }
        }
        return found;
    }

    void forget() {
        try {
            client.send(HttpRequest.newBuilder(page).DELETE().build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
