package org.bodywork.notifications.notification.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.adapter.kafka.DeliveryEvent;
import org.bodywork.notifications.notification.application.Ledger;
import org.bodywork.notifications.notification.application.StaffLetters.StaffLetter;
import org.bodywork.notifications.notification.domain.MaskedAddress;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress;
import org.bodywork.notifications.notification.domain.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The whole list: an appointment has few messages, so there is never a next part.
 *
 * @param channels how the client can be reached; none of letters to colleagues
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LedgerView(List<NotificationView> items, @Nullable List<ChannelView> channels) {

    static LedgerView of(Ledger.Page page) {
        return new LedgerView(
                Stream.concat(
                                page.rows().stream().map(NotificationView::of),
                                page.agendas().stream().map(NotificationView::of))
                        .toList(),
                page.client().stream().map(ChannelView::of).toList());
    }

    static LedgerView ofLetters(List<StaffLetter> letters) {
        return new LedgerView(letters.stream().map(NotificationView::of).toList(), null);
    }

    /**
     * How the client can be reached on one channel. {@code GET /api/consents} has the proof.
     *
     * @param address masked
     * @param agreed whether they agreed to it with this booking
     * @param stopped whether nothing is sent there any more, whatever was agreed to
     */
    record ChannelView(Channel channel, String address, boolean agreed, boolean stopped) {

        static ChannelView of(Ledger.Reachable there) {
            return new ChannelView(there.channel(), there.address().value(), there.agreed(), there.stopped());
        }
    }

    /**
     * One row of the ledger.
     *
     * @param kind the kinds grow: show one you do not know by its name
     * @param address masked; only of what goes to the client
     * @param accountId the member of staff it is for
     * @param plannedAt absent of agendas and warnings
     * @param due when it was to go out
     * @param heldUntil until when it waits, where it is held
     * @param at when it came to this state; absent while it waits
     * @param possibleRepeat whether it may have gone out twice
     * @param resendable whether it can be sent once more, as things stand
     * @param resendOf the row that this one repeats, because staff wished it
     * @param resentBy the account that wished it
     */
    @Schema(name = "Notification")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NotificationView(
            String id,
            String kind,
            Channel channel,

            @Schema(allowableValues = {"CLIENT", "THERAPIST"})
            String recipient,

            @Nullable String accountId,
            @Nullable String address,

            @Schema(
                    allowableValues = {"PLANNED", "HELD", "SENDING", "SENT", "DELIVERED", "FAILED", "SKIPPED", "EXPIRED"
                    })
            String state,

            @Nullable Reason reason,
            @Nullable String providerId,
            @Nullable Instant plannedAt,
            Instant due,
            @Nullable Instant heldUntil,
            @Nullable Instant at,
            boolean possibleRepeat,
            boolean resendable,
            @Nullable String resendOf,
            @Nullable String resentBy) {

        static NotificationView of(Ledger.Row row) {
            Notification message = row.notification();
            Outcome outcome = Outcome.of(message.progress());
            return new NotificationView(
                    message.id().value(),
                    message.kind().name(),
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
                    message.possibleRepeat(),
                    row.resendable(),
                    message.resend() == null ? null : message.resend().of().value(),
                    message.resend() == null ? null : message.resend().account());
        }

        static NotificationView of(StaffLetter letter) {
            return new NotificationView(
                    letter.id(),
                    letter.kind(),
                    Channel.EMAIL,
                    "THERAPIST",
                    letter.account(),
                    null,
                    letter.state(),
                    letter.reason(),
                    letter.providerId(),
                    null,
                    letter.due(),
                    null,
                    letter.at(),
                    letter.possibleRepeat(),
                    false,
                    null,
                    null);
        }
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
