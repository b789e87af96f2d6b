package org.bodywork.notifications.notification.adapter.mongo;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Client;
import org.bodywork.notifications.notification.domain.Consent;
import org.bodywork.notifications.notification.domain.LocationId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.TherapistId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.query.Update;

/** A visit as stored; the only place that holds contact data. */
record VisitDocument(
        @Id String id,
        long sequence,
        int timeRevision,
        VisitStatus status,
        String practiceId,
        String therapistId,
        String locationId,
        Instant start,
        @Nullable Instant end,
        String zone,
        String clientName,
        String email,
        @Nullable String phone,
        String language,
        boolean consentEmail,
        boolean consentSms,
        String manageUrl) {

    static final String COLLECTION = "visits";

    /** Everything but id and sequence, which guard the write. */
    static Update stateOf(Visit visit) {
        return new Update()
                .set("timeRevision", visit.timeRevision())
                .set("status", visit.status().name())
                .set("practiceId", visit.practice().value())
                .set("therapistId", visit.therapist().value())
                .set("locationId", visit.location().value())
                .set("start", visit.start())
                .set("end", visit.end())
                .set("zone", visit.zone().getId())
                .set("clientName", visit.client().name())
                .set("email", visit.client().email())
                .set("phone", visit.client().phone())
                .set("language", visit.client().language().toLanguageTag())
                .set("consentEmail", visit.consent().email())
                .set("consentSms", visit.consent().sms())
                .set("manageUrl", visit.manageUrl().toString());
    }

    /** Of which no newer state comes. What is only told later finds this there and is not kept. */
    static Update forgotten() {
        return new Update()
                .set("sequence", Long.MAX_VALUE)
                .set("clientName", "")
                .set("email", "")
                .unset("phone")
                .set("language", Locale.ENGLISH.toLanguageTag())
                .set("consentEmail", false)
                .set("consentSms", false)
                .set("manageUrl", "about:blank");
    }

    Visit asVisit() {
        return new Visit(
                new AppointmentId(id),
                sequence,
                timeRevision,
                status,
                new PracticeId(practiceId),
                new TherapistId(therapistId),
                new LocationId(locationId),
                start,
                end,
                ZoneId.of(zone),
                new Client(clientName, email, phone, Locale.forLanguageTag(language)),
                new Consent(consentEmail, consentSms),
                URI.create(manageUrl));
    }
}
