package org.bodywork.platform.devservices.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An SMS and how far it has come.
 *
 * @param sid the provider's name for it
 * @param sentAt when it left the provider's queue
 */
public record Sms(
        long id,
        Instant receivedAt,
        String to,
        String from,
        String body,
        String sid,
        @Nullable String messagingServiceSid,
        Status status,
        @Nullable Instant sentAt,
        Instant updatedAt)
        implements Message {

    private static final int OBJECTS = 600;

    /** The states of Twilio's that a message here passes through. */
    public enum Status {
        QUEUED,
        SENT,
        DELIVERED,
        UNDELIVERED
    }

    @Override
    public int storedSize() {
        return OBJECTS + 2 * body.length();
    }

    public Sms reaching(Status next, Instant now) {
        return new Sms(
                id, receivedAt, to, from, body, sid, messagingServiceSid, next, sentAt == null ? now : sentAt, now);
    }
}
