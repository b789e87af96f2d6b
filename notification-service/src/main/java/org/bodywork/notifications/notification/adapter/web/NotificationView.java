package org.bodywork.notifications.notification.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.adapter.kafka.DeliveryEvent;
import org.bodywork.notifications.notification.application.Ledger;
import org.bodywork.notifications.notification.domain.MaskedAddress;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress;
import org.bodywork.notifications.notification.domain.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger.
 *
 * @param address masked
 * @param accountId the member of staff it is for
 * @param due when it was to go out
 * @param heldUntil until when it waits, where it is held
 * @param at when it came to this state; absent while it waits
 * @param possibleRepeat whether it may have gone out twice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationView(
        String id,
        MessageKind kind,
        Channel channel,
        String recipient,
        @Nullable String accountId,
        @Nullable String address,
        String state,
        @Nullable Reason reason,
        @Nullable String providerId,
        Instant plannedAt,
        Instant due,
        @Nullable Instant heldUntil,
        @Nullable Instant at,
        boolean possibleRepeat) {

    static NotificationView of(Ledger.Row row) {
        Notification message = row.notification();
        Outcome outcome = Outcome.of(message.progress());
        return new NotificationView(
                message.id().value(),
                message.kind(),
                message.channel(),
                DeliveryEvent.nameOf(message.recipient()),
                message.recipient().account(),
                row.recipient().map(MaskedAddress::value).orElse(null),
                message.progress().getClass().getSimpleName().toUpperCase(Locale.ROOT),
                outcome.reason(),
                outcome.providerId(),
                message.plannedAt(),
                message.due(),
                outcome.heldUntil(),
                outcome.at(),
                message.possibleRepeat());
    }

    /** What a progress carries beside its name. */
    private record Outcome(
            @Nullable Reason reason,
            @Nullable String providerId,
            @Nullable Instant at,
            @Nullable Instant heldUntil) {

        static Outcome of(Progress progress) {
            return switch (progress) {
                case Progress.Planned _ -> new Outcome(null, null, null, null);
                case Progress.Held held -> new Outcome(held.reason(), null, null, held.until());
                case Progress.Sending sending -> new Outcome(null, null, sending.since(), null);
                case Progress.Sent sent -> new Outcome(null, sent.providerId(), sent.at(), null);
                case Progress.Delivered delivered -> new Outcome(null, delivered.providerId(), delivered.at(), null);
                case Progress.Failed failed -> new Outcome(failed.reason(), null, failed.at(), null);
                case Progress.Skipped skipped -> new Outcome(skipped.reason(), null, skipped.at(), null);
                case Progress.Expired expired -> new Outcome(expired.reason(), null, expired.at(), null);
            };
        }
    }
}
