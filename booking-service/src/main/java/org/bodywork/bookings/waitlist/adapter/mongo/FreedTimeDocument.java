package org.bodywork.bookings.waitlist.adapter.mongo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.waitlist.application.WaitlistLinks;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.FreedTime.Link;
import org.bodywork.bookings.waitlist.domain.FreedTime.Stage;
import org.bodywork.bookings.waitlist.domain.FreedTimeId;
import org.bodywork.bookings.waitlist.domain.OfferId;
import org.bodywork.bookings.waitlist.domain.OfferOutcome;
import org.bodywork.bookings.waitlist.domain.Turn.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A freed time as it is stored: nothing of whom it is offered to but the ids of their entries.
 *
 * @param due when due work looks at it next
 */
record FreedTimeDocument(
        @Id String id,
        long version,
        String therapistId,
        String practiceId,
        String locationId,
        String zone,
        Instant start,
        Instant end,
        Instant freedAt,
        String stage,
        int tries,
        List<LinkDocument> chain,
        Instant due,
        @Nullable Instant endedAt) {

    static final String COLLECTION = "freedTimes";

    /**
     * One offer.
     *
     * @param hash the SHA-256 of its secret, to be found by
     */
    record LinkDocument(
            String offer,
            String hash,
            String entry,
            String treatmentId,
            Instant start,
            Instant until,
            List<ReasonDocument> reasons,
            @Nullable String later,
            String outcome,
            @Nullable Instant offeredAt,
            @Nullable Instant answeredAt,
            @Nullable String visit) {

        static LinkDocument of(Link link, WaitlistLinks links) {
            return new LinkDocument(
                    link.offer().toString(),
                    links.hashOf(link.offer()),
                    link.entry().toString(),
                    link.treatment().toString(),
                    link.start(),
                    link.until(),
                    link.reasons().stream()
                            .map(reason -> new ReasonDocument(reason.kind().name(), reason.number()))
                            .toList(),
                    link.later() == null ? null : link.later().toString(),
                    link.outcome().name(),
                    link.offeredAt(),
                    link.answeredAt(),
                    link.visit() == null ? null : link.visit().toString());
        }

        Link link() {
            return new Link(
                    OfferId.of(offer),
                    EntryId.of(entry),
                    TreatmentId.of(treatmentId),
                    start,
                    until,
                    reasons.stream()
                            .map(reason -> new Reason(Reason.Kind.valueOf(reason.kind()), reason.number()))
                            .toList(),
                    later == null ? null : AppointmentId.of(later),
                    OfferOutcome.valueOf(outcome),
                    offeredAt,
                    answeredAt,
                    visit == null ? null : AppointmentId.of(visit));
        }
    }

    record ReasonDocument(String kind, long number) {}

    static FreedTimeDocument of(FreedTime time, WaitlistLinks links) {
        return new FreedTimeDocument(
                time.id().toString(),
                time.version(),
                time.therapist().toString(),
                time.practice().toString(),
                time.location().toString(),
                time.zone().getId(),
                time.start(),
                time.end(),
                time.freedAt(),
                time.stage().name(),
                time.attempts(),
                time.chain().stream().map(link -> LinkDocument.of(link, links)).toList(),
                time.due(),
                time.endedAt());
    }

    FreedTime time() {
        return new FreedTime(
                FreedTimeId.of(id),
                version,
                TherapistId.of(therapistId),
                PracticeId.of(practiceId),
                LocationId.of(locationId),
                ZoneId.of(zone),
                start,
                end,
                freedAt,
                Stage.valueOf(stage),
                tries,
                chain.stream().map(LinkDocument::link).toList(),
                due,
                endedAt);
    }
}
