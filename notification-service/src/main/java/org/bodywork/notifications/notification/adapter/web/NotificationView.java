package org.bodywork.notifications.notification.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.application.Ledger;
import org.bodywork.notifications.notification.domain.MaskedAddress;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger.
 *
 * @param address masked
 * @param due when it was to go out
 * @param at when it came to this state; absent while it waits
 * @param possibleRepeat whether it may have gone out twice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationView(
        String id,
        MessageKind kind,
        Channel channel,
        Recipient recipient,
        @Nullable String address,
        String state,
        @Nullable Reason reason,
        @Nullable String providerId,
        Instant plannedAt,
        Instant due,
        @Nullable Instant at,
        boolean possibleRepeat) {

    static NotificationView of(Ledger.Row row) {
        Notification message = row.notification();
        Outcome outcome = Outcome.of(message.progress());
        return new NotificationView(
                message.id().value(),
                message.kind(),
                message.channel(),
                message.recipient(),
                row.recipient().map(MaskedAddress::value).orElse(null),
                message.progress().getClass().getSimpleName().toUpperCase(Locale.ROOT),
                outcome.reason(),
                outcome.providerId(),
                message.plannedAt(),
                message.due(),
                outcome.at(),
                message.possibleRepeat());
    }

    /** What a progress carries beside its name. */
    private record Outcome(
            @Nullable Reason reason,
            @Nullable String providerId,
            @Nullable Instant at) {

        static Outcome of(Progress progress) {
            return switch (progress) {
                case Progress.Planned _ -> new Outcome(null, null, null);
                case Progress.Sending sending -> new Outcome(null, null, sending.since());
                case Progress.Sent sent -> new Outcome(null, sent.providerId(), sent.at());
                case Progress.Delivered delivered -> new Outcome(null, delivered.providerId(), delivered.at());
                case Progress.Failed failed -> new Outcome(failed.reason(), null, failed.at());
                case Progress.Skipped skipped -> new Outcome(skipped.reason(), null, skipped.at());
                case Progress.Expired expired -> new Outcome(expired.reason(), null, expired.at());
            };
        }
    }
}
