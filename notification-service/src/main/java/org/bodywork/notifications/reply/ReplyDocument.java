package org.bodywork.notifications.reply;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.bodywork.platform.outbox.Staged;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * That a text came, as stored, so that it counts once: what it meant, and neither its words nor who wrote it.
 *
 * @param id digest of the provider's id
 * @param appointment the next one of whoever wrote; none of somebody unknown
 * @param sequence never changes, as nothing does
 */
record ReplyDocument(
        @Id String id,
        Meaning meaning,
        @Nullable String appointment,
        Instant at,
        long sequence,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "replies";

    private static final long ONLY = 1;

    /** One that nobody is told of. */
    static ReplyDocument quiet(String id, Meaning meaning, Instant at) {
        return new ReplyDocument(id, meaning, null, at, ONLY, null, null);
    }

    static ReplyDocument told(String id, Meaning meaning, String appointment, Instant at, Staged staged) {
        return new ReplyDocument(id, meaning, appointment, at, ONLY, staged.entries(), staged.lease());
    }

    static List<Event> events(String id, Meaning meaning, @Nullable String appointment, Instant at) {
        if (appointment == null) {
            return List.of();
        }
        String told = UUID.nameUUIDFromBytes((id + "|" + appointment).getBytes(StandardCharsets.UTF_8))
                .toString();
        return List.of(new ReplyReceived(told, appointment, ONLY, meaning, at).event());
    }
}
