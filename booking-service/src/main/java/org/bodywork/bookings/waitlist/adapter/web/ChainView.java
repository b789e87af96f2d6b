package org.bodywork.bookings.waitlist.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.jspecify.annotations.Nullable;

/** A freed time as staff see it: to whom it was offered, why in that order, and what became of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChainView(
        String id,
        String therapistId,
        String start,
        String zone,
        Instant freedAt,
        String status,
        @Nullable Instant endedAt,
        List<LinkView> chain) {

    static ChainView of(FreedTime time, Map<EntryId, WaitlistEntry> entries) {
        return new ChainView(
                time.id().toString(),
                time.therapist().toString(),
                OffsetTimes.text(time.zonedStart()),
                time.zone().getId(),
                time.freedAt(),
                time.stage().name(),
                time.endedAt(),
                time.chain().stream().map(link -> LinkView.of(link, entries)).toList());
    }

    /**
     * One offer.
     *
     * @param client who was asked; absent once that is forgotten
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkView(
            @Nullable String client,
            String treatmentId,
            Instant start,
            List<ReasonView> reasons,
            @Nullable Instant offeredAt,
            Instant expiresAt,
            String status,
            @Nullable Instant answeredAt,
            @Nullable String appointmentId) {

        static LinkView of(FreedTime.Link link, Map<EntryId, WaitlistEntry> entries) {
            WaitlistEntry entry = entries.get(link.entry());
            return new LinkView(
                    entry == null ? null : entry.client().name(),
                    link.treatment().toString(),
                    link.start(),
                    link.reasons().stream()
                            .map(reason -> new ReasonView(reason.kind().name(), reason.number()))
                            .toList(),
                    link.offeredAt(),
                    link.until(),
                    link.outcome().name(),
                    link.answeredAt(),
                    link.visit() == null ? null : link.visit().toString());
        }
    }

    record ReasonView(String kind, long number) {}
}
