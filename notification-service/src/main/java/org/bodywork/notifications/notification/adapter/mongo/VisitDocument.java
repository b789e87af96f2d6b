package org.bodywork.notifications.notification.adapter.mongo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Client;
import org.bodywork.notifications.notification.domain.Consent;
import org.bodywork.notifications.notification.domain.Links;
import org.bodywork.notifications.notification.domain.Links.Page;
import org.bodywork.notifications.notification.domain.LocationId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.TherapistId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.Visit.Needs;
import org.bodywork.notifications.notification.domain.Visit.Series;
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
        @Nullable Boolean intakeNeeded,
        @Nullable Boolean reviewNeeded,
        @Nullable Instant answerBy,
        String clientName,
        String email,
        @Nullable String phone,
        String language,
        @Nullable String clientZone,
        boolean consentEmail,
        boolean consentSms,
        @Nullable Instant consentAt,
        @Nullable String consentWording,
        String manageUrl,
        @Nullable Map<String, String> answerUrls,
        @Nullable String reviewUrl,
        @Nullable Map<Page, String> pageUrls,
        @Nullable Instant decideBy,
        @Nullable String seriesId,
        @Nullable Integer seriesNumber,
        @Nullable Integer seriesOf,
        @Nullable String clientRef) {

    static final String COLLECTION = "visits";

    /** At first the end was not kept. */
    private static final Duration USUAL_LENGTH = Duration.ofHours(1);

    /** Everything but id and sequence, which guard the write. */
    static Update stateOf(Visit visit) {
        Update state = new Update();
        // Their indexes are sparse: what a visit does not have is not there.
        if (visit.series() != null) {
            state.set("seriesId", visit.series().id())
                    .set("seriesNumber", visit.series().number())
                    .set("seriesOf", visit.series().of());
        }
        if (visit.clientRef() != null) {
            state.set("clientRef", visit.clientRef());
        }
        return state.set("decideBy", visit.needs().decideBy())
                .set("pageUrls", asText(visit.links().pages()))
                .set("timeRevision", visit.timeRevision())
                .set("status", visit.status().name())
                .set("practiceId", visit.practice().value())
                .set("therapistId", visit.therapist().value())
                .set("locationId", visit.location().value())
                .set("start", visit.start())
                .set("end", visit.end())
                .set("zone", visit.zone().getId())
                .set("intakeNeeded", visit.needs().intake())
                .set("reviewNeeded", visit.needs().review())
                .set("answerBy", visit.needs().answerBy())
                .set("clientName", visit.client().name())
                .set("email", visit.client().email())
                .set("phone", visit.client().phone())
                .set("language", visit.client().language().toLanguageTag())
                .set(
                        "clientZone",
                        visit.client().zone() == null
                                ? null
                                : visit.client().zone().getId())
                .set("consentEmail", visit.consent().email())
                .set("consentSms", visit.consent().sms())
                .set("consentAt", visit.consent().at())
                .set("consentWording", visit.consent().wording())
                .set("manageUrl", visit.links().manage().toString())
                .set("answerUrls", asText(visit.links().answers()))
                .set(
                        "reviewUrl",
                        visit.links().review() == null
                                ? null
                                : visit.links().review().toString());
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
                .unset("clientZone")
                .set("manageUrl", "about:blank")
                .unset("answerUrls")
                .unset("reviewUrl")
                .unset("pageUrls");
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
                end == null ? start.plus(USUAL_LENGTH) : end,
                ZoneId.of(zone),
                new Needs(Boolean.TRUE.equals(intakeNeeded), Boolean.TRUE.equals(reviewNeeded), answerBy, decideBy),
                new Client(
                        clientName,
                        email,
                        phone,
                        Locale.forLanguageTag(language),
                        clientZone == null ? null : ZoneId.of(clientZone)),
                new Consent(consentEmail, consentSms, consentAt, consentWording),
                links(),
                series(),
                clientRef);
    }

    private @Nullable Series series() {
        return seriesId == null || seriesNumber == null || seriesOf == null
                ? null
                : new Series(seriesId, seriesNumber, seriesOf);
    }

    private Links links() {
        return new Links(
                URI.create(manageUrl),
                answerUrls == null ? Map.of() : asLinks(answerUrls),
                reviewUrl == null ? null : URI.create(reviewUrl),
                pageUrls == null ? Map.of() : asLinks(pageUrls));
    }

    private static <K> Map<K, String> asText(Map<K, URI> links) {
        return links.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, link -> link.getValue().toString()));
    }

    private static <K> Map<K, URI> asLinks(Map<K, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> URI.create(text.getValue())));
    }
}
