package org.bodywork.bookings.diary;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bodywork.bookings.diary.MessageCalls.Message;
import org.bodywork.bookings.diary.MessageCalls.Messages;
import org.bodywork.bookings.site.SiteLanguage;
import org.jspecify.annotations.Nullable;

/**
 * One message as the page shows it.
 *
 * @param kind the key of what it is
 * @param state the key of what became of it
 * @param reason why, as notification-service names it; null where there is none
 * @param failed whether it did not arrive
 */
record MessageRow(
        String id,
        String kind,
        String kindName,
        String channel,
        boolean toClient,
        @Nullable String address,
        String state,
        @Nullable String reason,
        String when,
        boolean failed,
        boolean resendable) {

    /** Those that have words of their own; the kinds grow. */
    private static final Set<String> KNOWN = Set.of(
            "REQUEST_RECEIVED",
            "CONFIRMATION",
            "PROPOSAL",
            "DECLINED",
            "MOVED",
            "MOVE_PROPOSED",
            "NOT_MOVED",
            "CANCELLATION",
            "EXPIRED",
            "NEW_LINK",
            "CHANGED",
            "REMINDER",
            "INTAKE_MISSING",
            "FOLLOW_UP",
            "REVIEW_REQUEST",
            "OFFER",
            "ALTERNATIVES",
            "PLAN_TO_AGREE",
            "NEXT_VISIT_DUE",
            "NEW_BOOKING",
            "VISIT_MOVED",
            "VISIT_STAYS",
            "VISIT_CANCELLED",
            "REQUEST_WAITING",
            "REQUEST_STILL_WAITING",
            "REVIEW_NEEDED",
            "ATTENTION");

    static List<MessageRow> of(Messages messages, ZoneId zone, SiteLanguage language) {
        return messages.items().stream()
                .map(message -> of(message, zone, language))
                .toList();
    }

    private static MessageRow of(Message message, ZoneId zone, SiteLanguage language) {
        return new MessageRow(
                message.id(),
                KNOWN.contains(message.kind()) ? "message." + message.kind() : "message.other",
                message.kind(),
                "channel." + message.channel(),
                message.isToClient(),
                message.address(),
                "message-state." + message.state(),
                message.reason(),
                language.time(
                        Objects.requireNonNullElse(message.at(), message.due()).atZone(zone)),
                message.state().equals("FAILED"),
                Boolean.TRUE.equals(message.resendable()));
    }
}
