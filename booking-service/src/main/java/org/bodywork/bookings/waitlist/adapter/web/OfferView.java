package org.bodywork.bookings.waitlist.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.waitlist.application.SeenOffer;
import org.jspecify.annotations.Nullable;

/**
 * An offer as whoever has its link sees it.
 *
 * @param status OPEN, TAKEN, DECLINED, UNANSWERED or WITHDRAWN
 * @param appointmentId the visit it became
 * @param laterStart of the visit that is given up when it is taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferView(
        String id,
        String status,
        String therapistId,
        String treatmentId,
        String start,
        String zone,
        Instant expiresAt,
        @Nullable String appointmentId,
        @Nullable Instant laterStart) {

    static OfferView of(SeenOffer offer) {
        var later = offer.entry().later();
        return new OfferView(
                offer.link().offer().toString(),
                offer.outcome().name(),
                offer.time().therapist().toString(),
                offer.link().treatment().toString(),
                OffsetTimes.text(offer.link().start().atZone(offer.time().zone())),
                offer.time().zone().getId(),
                offer.link().until(),
                offer.link().visit() == null ? null : offer.link().visit().toString(),
                later == null ? null : later.start());
    }
}
