package org.bodywork.bookings;

import java.time.Instant;

/** What notification-service tells of a message to a client, in words. */
record ToldDelivery(String id, String visit, String kind, String channel, String state) {

    static ToldDelivery aDelivery(String visit, String kind, String channel, String state) {
        return new ToldDelivery(Town.id(), visit, kind, channel, state);
    }

    String json(Instant at) {
        String why = state.equals("FAILED") ? "\"reason\": \"UNDELIVERED\"," : "";
        return """
                {"id": "%s", "appointmentId": "%s", "sequence": 1, "kind": "%s", "channel": "%s", "recipient": "CLIENT",
                 "state": "%s", %s "at": "%s"}
                """.formatted(id, visit, kind, channel, state, why, at);
    }
}
