package org.bodywork.notifications.notification.adapter.kafka;

import java.time.Instant;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Links;
import org.bodywork.notifications.notification.domain.LocationId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.TherapistId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.Visit.Needs;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Freed time offered to somebody who waits, as it travels on the topic {@code offers}, reduced to what we read.
 *
 * @param id the waitlist entry, which has at most one open offer
 * @param sealed only where it is made
 */
record OfferEvent(
        String id,
        long sequence,
        String practiceId,
        String therapistId,
        String locationId,
        String clientRef,
        Instant start,
        Instant end,
        String zone,
        Instant expiresAt,
        Instant at,
        @Nullable String sealed) {

    static final String TOPIC = "offers";
    static final String MADE = "org.bodywork.offer.made.v1";
    static final String TAKEN = "org.bodywork.offer.taken.v1";
    static final String PASSED_ON = "org.bodywork.offer.passed-on.v1";

    Visit with(SealedInvitation asked) {
        return new Visit(
                new AppointmentId(id),
                sequence,
                1,
                VisitStatus.OFFERED,
                new PracticeId(practiceId),
                new TherapistId(therapistId),
                new LocationId(locationId),
                start,
                end,
                AppointmentEvent.zoneId(zone),
                new Needs(false, false, null, expiresAt),
                asked.client().asClient(),
                asked.consent().asConsent(),
                Links.of(asked.link()),
                null,
                clientRef);
    }
}
