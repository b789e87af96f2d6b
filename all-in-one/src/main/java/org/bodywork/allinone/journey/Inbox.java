package org.bodywork.allinone.journey;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.allinone.http.Http;
import org.bodywork.allinone.process.Waiting;
import tools.jackson.databind.JsonNode;

/** Every message that was sent, newest first. */
public final class Inbox {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int OK = 200;
    private static final int ALL = 20_000;

    private final URI page;
    private final Http http = Http.plain();

    public Inbox(URI page) {
        this.page = page;
    }

    /**
     * One message.
     *
     * @param title an email's subject, or the beginning of a text message
     * @param receivedAt when the provider had it, by the machine's time
     */
    public record Received(String channel, String to, String title, String text, Instant receivedAt) {

        private static Received of(JsonNode message) {
            String text = message.path("text").asString();
            return new Received(
                    message.path("channel").asString(),
                    message.path("to").asString(),
                    message.path("subject").asString(text),
                    text,
                    Instant.parse(message.path("receivedAt").asString()));
        }
    }

    public List<Received> of(String recipient) {
        return read("?limit=" + ALL + "&to=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8));
    }

    public List<Received> all() {
        return read("?limit=" + ALL);
    }

    /** Waits until the recipient has so many messages. */
    public List<Received> await(String recipient, int count) {
        return Waiting.until(
                () -> of(recipient),
                found -> found.size() >= count,
                PATIENCE,
                found -> "%d messages instead of %d for %s: %s"
                        .formatted(found.size(), count, recipient, titles(found)));
    }

    public static List<String> titles(List<Received> messages) {
        return messages.stream().map(Received::title).toList();
    }

    private List<Received> read(String query) {
        JsonNode answer = http.get(page.resolve("/api/messages" + query)).expect(OK);
        return answer.path("items").valueStream().map(Received::of).toList();
    }
}
