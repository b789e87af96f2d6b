package org.bodywork.allinone.journey;

import java.net.URI;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/**
 * A visit as it was answered to its client.
 *
 * @param manageUrl what only its client knows
 */
public record Booked(String id, String status, OffsetDateTime start, URI manageUrl) {

    static Booked of(JsonNode visit) {
        return new Booked(
                visit.path("id").asString(),
                visit.path("status").asString(),
                OffsetDateTime.parse(visit.path("start").asString()),
                URI.create(visit.path("manageUrl").asString()));
    }

    String secret() {
        String path = manageUrl.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
