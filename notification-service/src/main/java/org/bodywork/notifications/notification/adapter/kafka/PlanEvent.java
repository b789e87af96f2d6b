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

/** A plan of visits as it travels on the topic {@code plans}, reduced to what we read. */
record PlanEvent(
        String id,
        long sequence,
        String practiceId,
        String therapistId,
        String locationId,
        String clientRef,
        String zone,
        Instant at,
        String sealed) {

    static final String TOPIC = "plans";
    static final String PROPOSED = "org.bodywork.plan.proposed.v1";
    static final String NEXT_DUE = "org.bodywork.plan.next-due.v1";
    static final String ATTENTION = "org.bodywork.plan.attention.v1";

    /**
     * Somebody is to look at what a client answered.
     *
     * @param id the visit that the client was asked about
     */
    record Attention(String id, long sequence, Instant at) {}

    /** It has no time of its own, so it begins and ends when it was told. */
    Visit with(SealedInvitation asked, VisitStatus status) {
        return new Visit(
                new AppointmentId(id),
                sequence,
                1,
                status,
                new PracticeId(practiceId),
                new TherapistId(therapistId),
                new LocationId(locationId),
                at,
                at,
                AppointmentEvent.zoneId(zone),
                Needs.NOTHING,
                asked.client().asClient(),
                asked.consent().asConsent(),
                Links.of(asked.link()),
                null,
                clientRef);
    }
}
