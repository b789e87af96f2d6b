package org.bodywork.notifications.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.events.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A change of an appointment as a practice's programs are told of it: ids, times and status, and nothing of who comes or
 * what for.
 *
 * @param type such as {@code appointment.confirmed}
 * @param timestamp when it happened, in business time
 */
record VisitTold(String type, Instant timestamp, Data data) {

    private static final String PREFIX = "org.bodywork.appointment.";
    private static final String VERSION = ".v1";
    private static final String CHECKPOINT = PREFIX + "checkpoint" + VERSION;

    /**
     * The state after the change.
     *
     * @param sequence rises with every change: what comes late can be told from what is newer
     */
    record Data(
            String id,
            long sequence,
            String status,
            String practiceId,
            String therapistId,
            String locationId,
            Instant start,
            Instant end,
            String zone) {}

    /** The parts of the event that are told on. */
    private record Told(
            String id,
            long sequence,
            String status,
            String practiceId,
            String therapistId,
            String locationId,
            Instant start,
            Instant end,
            String zone,
            Instant at,
            @Nullable Boolean republished) {}

    /** Whether an event of this type is about one appointment. */
    private static boolean isOne(String type) {
        return type.startsWith(PREFIX) && type.endsWith(VERSION) && !type.equals(CHECKPOINT);
    }

    /** What is news; nothing of what is only said again to whoever lost it. */
    static Optional<VisitTold> in(ReceivedEvent event) {
        if (!isOne(event.type())) {
            return Optional.empty();
        }
        Told told = event.as(Told.class);
        if (Boolean.TRUE.equals(told.republished())) {
            return Optional.empty();
        }
        String what = event.type().substring(PREFIX.length(), event.type().length() - VERSION.length());
        return Optional.of(new VisitTold(
                "appointment." + what,
                told.at(),
                new Data(
                        told.id(),
                        told.sequence(),
                        told.status(),
                        told.practiceId(),
                        told.therapistId(),
                        told.locationId(),
                        told.start(),
                        told.end(),
                        told.zone())));
    }

    /** Derived from what is told, so that an event that comes again is one call. */
    String id() {
        String about = type + "|" + data.id() + "|" + data.sequence();
        return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)).toString();
    }

    String json() {
        return EventJson.write(this);
    }
}
