package org.bodywork.notifications.notification.domain;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Visits in words: {@code aConfirmedVisit().startingAt(tomorrowAtTen).withoutPhone()}. */
public final class VisitBuilder {

    public static final Instant START = Instant.parse("2026-11-24T16:00:00Z");

    private AppointmentId id = new AppointmentId("5f1f8a4e-3c86-4f0b-9d53-7f2f6d1c0a01");
    private long sequence = 1;
    private int timeRevision = 1;
    private VisitStatus status;
    private Instant start = START;
    private ZoneId zone = ZoneId.of("America/Chicago");
    private String name = "Ana Lopez";
    private String email = "ana@example.com";
    private @Nullable String phone = "+13145550123";
    private Locale language = Locale.US;
    private Consent consent = new Consent(true, true);

    private @Nullable ZoneId clientZone;
    private Visit.Needs needs = Visit.Needs.NOTHING;
    private Links links = Links.of(URI.create("http://localhost:8080/manage/" + "s".repeat(43)));

    private Visit.@Nullable Series series;
    private @Nullable String clientRef;
    private String therapist = "bc48df4a-ea4b-3308-9836-034100afb563";

    private VisitBuilder(VisitStatus status) {
        this.status = status;
    }

    public static VisitBuilder aConfirmedVisit() {
        return new VisitBuilder(VisitStatus.CONFIRMED);
    }

    public static VisitBuilder aRequestedVisit() {
        return new VisitBuilder(VisitStatus.REQUESTED);
    }

    /** Freed time, kept for somebody until then. */
    public static VisitBuilder anOfferUntil(Instant end) {
        VisitBuilder offer = new VisitBuilder(VisitStatus.OFFERED);
        offer.needs = new Visit.Needs(false, false, null, end);
        offer.clientRef = "e81696a6-8afe-4312-b459-071afb8adf9e";
        return offer;
    }

    public static VisitBuilder aPlan(VisitStatus status) {
        return new VisitBuilder(status);
    }

    /** Booked together with others. */
    public VisitBuilder ofSeries(String id, int number, int of) {
        this.series = new Visit.Series(id, number, of);
        return this;
    }

    public VisitBuilder with(String therapist) {
        this.therapist = therapist;
        return this;
    }

    public VisitBuilder keptUntil(Instant end) {
        this.needs = new Visit.Needs(false, false, null, end);
        return this;
    }

    public VisitBuilder withPages(Map<Links.Page, URI> pages) {
        this.links = new Links(links.manage(), links.answers(), links.review(), pages);
        return this;
    }

    public VisitBuilder now(VisitStatus status) {
        this.status = status;
        return this;
    }

    public VisitBuilder called(String id) {
        this.id = new AppointmentId(id);
        return this;
    }

    public VisitBuilder atSequence(long sequence) {
        this.sequence = sequence;
        return this;
    }

    public VisitBuilder startingAt(Instant start) {
        this.start = start;
        return this;
    }

    public VisitBuilder movedTo(Instant start) {
        this.timeRevision++;
        return startingAt(start);
    }

    public VisitBuilder in(String zone) {
        this.zone = ZoneId.of(zone);
        return this;
    }

    public VisitBuilder ofAClientIn(String zone) {
        this.clientZone = ZoneId.of(zone);
        return this;
    }

    public VisitBuilder withoutIntake() {
        this.needs = new Visit.Needs(true, false, null);
        return this;
    }

    public VisitBuilder withAnIntakeToLookAt() {
        this.needs = new Visit.Needs(false, true, null);
        return this;
    }

    public VisitBuilder toBeAnsweredBy(Instant until) {
        this.needs = new Visit.Needs(false, false, until);
        return this;
    }

    public VisitBuilder answeredWith(String account, String secret) {
        this.links = new Links(
                links.manage(), Map.of(account, Links.beside(links.manage(), "answer", secret)), links.review());
        return this;
    }

    public VisitBuilder withAReviewToGive() {
        this.links = new Links(links.manage(), links.answers(), Links.beside(links.manage(), "review", "r"));
        return this;
    }

    public VisitBuilder forSomebodyCalled(String name) {
        this.name = name;
        return this;
    }

    public VisitBuilder reachedAt(String email, String phone) {
        this.email = email;
        this.phone = phone;
        return this;
    }

    public VisitBuilder withoutPhone() {
        this.phone = null;
        return this;
    }

    public VisitBuilder agreeingTo(boolean email, boolean sms) {
        this.consent = new Consent(email, sms);
        return this;
    }

    public VisitBuilder speaking(String language) {
        this.language = Locale.forLanguageTag(language);
        return this;
    }

    public Visit build() {
        return new Visit(
                id,
                sequence,
                timeRevision,
                status,
                new PracticeId("1df0850d-92ef-315e-8438-a4d7da368d81"),
                new TherapistId(therapist),
                new LocationId("59854300-e173-367e-a355-36f35aef7746"),
                start,
                start.plus(Duration.ofMinutes(60)),
                zone,
                needs,
                new Client(name, email, phone, language, clientZone),
                consent,
                links,
                series,
                clientRef);
    }
}
