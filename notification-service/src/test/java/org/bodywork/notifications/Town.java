package org.bodywork.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.contracts.ExampleEvent;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Where visits take place: publishes what the other services would. */
@TestComponent
public class Town {

    static final String PRACTICE = "1df0850d-92ef-315e-8438-a4d7da368d81";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PRACTICE_CHANGED = "org.bodywork.practice.changed.v1";
    private static final String STAFF_CHANGED = "org.bodywork.staff.changed.v1";
    private static final String CREDENTIAL_EXPIRING = "org.bodywork.staff.credential-expiring.v1";
    private static final String CHECKPOINT = "org.bodywork.appointment.checkpoint.v1";
    private static final String OFFER_MADE = "org.bodywork.offer.made.v1";
    private static final String PLAN_PROPOSED = "org.bodywork.plan.proposed.v1";
    private static final String CODE_ISSUED = "org.bodywork.sign-in.code-issued.v1";

    private final Publisher publisher;
    private final EventCipher cipher;
    private final BusinessClock clock;
    private final ReactiveMongoTemplate mongo;

    Town(Publisher publisher, EventCipher cipher, BusinessClock clock, ReactiveMongoTemplate mongo) {
        this.publisher = publisher;
        this.cipher = cipher;
        this.clock = clock;
        this.mongo = mongo;
    }

    /** A visit in three days of a client nobody else is. */
    Booking aBooking() {
        publish(ExampleEvent.of(PRACTICE_CHANGED, "full"));
        return new Booking(
                UUID.randomUUID().toString(),
                "ana-" + UUID.randomUUID() + "@example.com",
                "+1314" + (5_550_000 + Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000)),
                inThreeDaysAtNoon(),
                UUID.randomUUID().toString(),
                Map.of());
    }

    /** So that neither the visit nor a day before it lies at night. */
    private Instant inThreeDaysAtNoon() {
        return clock.now()
                .atZone(ZoneId.of("America/Chicago"))
                .toLocalDate()
                .plusDays(3)
                .atTime(LocalTime.NOON)
                .atZone(ZoneId.of("America/Chicago"))
                .toInstant();
    }

    /**
     * A visit and its client.
     *
     * @param phone in E.164
     */
    record Booking(
            String id, String email, String phone, Instant start, String therapist, Map<String, String> answers) {

        Booking answeredBy(String account, String secret) {
            return new Booking(id, email, phone, start, therapist, Map.of(account, secret));
        }

        /** The same for all visits of one client, who is nobody else. */
        String clientRef() {
            return UUID.nameUUIDFromBytes(email.getBytes(UTF_8)).toString();
        }

        /** Another visit of the same client, so many days later. */
        Booking another(int days) {
            return new Booking(
                    UUID.randomUUID().toString(), email, phone, start.plus(Duration.ofDays(days)), therapist, answers);
        }

        String manageUrl() {
            return "http://localhost:8080/manage/" + id.replace("-", "").substring(0, 32) + "0123456789a";
        }
    }

    void confirmed(Booking booking, long sequence) {
        tell(booking, "confirmed", "CONFIRMED", sequence);
    }

    void requested(Booking booking, long sequence) {
        tell(booking, "requested", "REQUESTED", sequence);
    }

    /** Staff put right who the client is. */
    void corrected(Booking booking, long sequence) {
        tell(booking, "corrected", "CONFIRMED", sequence);
    }

    void cancelled(Booking booking, long sequence) {
        tell(booking, "cancelled", "CANCELLED_BY_CLIENT", sequence);
    }

    /** A visit at another practice, which has these rules. */
    void confirmedAt(String practice, Booking booking) {
        publish(confirmation(booking).with("/practiceId", practice));
    }

    private ExampleEvent confirmation(Booking booking) {
        return event(booking, "confirmed", "CONFIRMED", 1);
    }

    /** A practice tells of itself, rightly or not. */
    void practice(ExampleEvent changed) {
        send(changed);
    }

    void awaitPractice(String id, String name) {
        awaitStored("practices", where("_id").is(id).and("name").is(name));
    }

    private void tell(Booking booking, String what, String status, long sequence) {
        publish(event(booking, what, status, sequence));
    }

    private ExampleEvent event(Booking booking, String what, String status, long sequence) {
        String type = "org.bodywork.appointment." + what + ".v1";
        return ExampleEvent.of(type, "minimal")
                .withId(booking.id())
                .withSequence(sequence)
                .with("/status", status)
                .with("/practiceId", PRACTICE)
                .with("/therapistId", booking.therapist())
                .with("/locationId", "59854300-e173-367e-a355-36f35aef7746")
                .with("/timeRevision", 1)
                .with("/start", booking.start().toString())
                .with("/end", booking.start().plus(Duration.ofHours(1)).toString())
                .with("/requestedUntil", clock.now().plus(Duration.ofHours(24)).toString())
                .with("/zone", "America/Chicago")
                .with("/at", clock.now().toString())
                .with("/sealed", cipher.seal(booking.id(), type, contactOf(booking)));
    }

    private static String contactOf(Booking booking) {
        return EventJson.write(Map.of(
                "client",
                Map.of("name", "Ana Lopez", "email", booking.email(), "phone", booking.phone(), "locale", "en"),
                "consent",
                Map.of("email", true, "sms", true, "at", "2026-11-01T00:00:00Z", "wording", "2026-01"),
                "secrets",
                Map.of("manage", "m", "answers", booking.answers()),
                "manageUrl",
                booking.manageUrl()));
    }

    /** The account looks after the booking. */
    void worksHere(String account, String email, Booking booking) {
        publish(ExampleEvent.of(STAFF_CHANGED, "full")
                .withId(account)
                .with("/roles", List.of("therapist"))
                .with("/practiceId", PRACTICE)
                .with("/therapistId", booking.therapist())
                .with("/sealed", sealedAddress(account, STAFF_CHANGED, email)));
        awaitStored("staff", where("_id").is(account));
    }

    void credentialExpires(String account, String email) {
        String id = UUID.randomUUID().toString();
        publish(ExampleEvent.of(CREDENTIAL_EXPIRING, "full")
                .withId(id)
                .with("/accountId", account)
                .with(
                        "/expires",
                        clock.now()
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .plusDays(30)
                                .toString())
                .with("/sealed", sealedAddress(id, CREDENTIAL_EXPIRING, email)));
    }

    private String sealedAddress(String id, String type, String email) {
        return cipher.seal(id, type, EventJson.write(Map.of("email", email)));
    }

    /** A checkpoint tells of this visit, and has been taken in. */
    void checkpoint(String visit, long sequence) {
        String json = EventJson.write(Map.of(
                "at",
                clock.now().toString(),
                "part",
                1,
                "parts",
                1,
                "scope",
                "recent",
                "visits",
                List.of(Map.of("id", visit, "sequence", sequence))));
        EventContract.of(CHECKPOINT).assertFits(json);
        publisher.publish(
                List.of(new Event("appointments", "checkpoint", CHECKPOINT, "checkpoint", 1, clock.now(), json)),
                PATIENCE);
        awaitStored("reconciliation", where("visits." + visit).exists(true));
    }

    /** Its reminders are gone from the ledger, as if nobody had planned them. */
    void losesItsReminders(Booking booking) {
        awaitStored("visits", where("_id").is(booking.id()));
        mongo.remove(Query.query(remindersOf(booking)), "notifications").block(PATIENCE);
    }

    void awaitReminders(Booking booking) {
        awaitStored("notifications", remindersOf(booking));
    }

    private static Criteria remindersOf(Booking booking) {
        return where("appointmentId").is(booking.id()).and("kind").is("REMINDER");
    }

    private void awaitStored(String collection, Criteria which) {
        Await.until(
                "it is in " + collection,
                () -> mongo.exists(Query.query(which), collection)
                        .blockOptional(PATIENCE)
                        .orElseThrow(),
                there -> there);
    }

    /** Freed time is kept for the client of the booking until then; the waitlist entry has the booking's id. */
    void offered(Booking booking, long sequence, Instant expiresAt) {
        publish(offer(booking, OFFER_MADE, sequence, expiresAt)
                .with("/sealed", sealedInvitation(booking, OFFER_MADE, "offerUrl")));
    }

    void offerTaken(Booking booking, long sequence) {
        publish(offer(booking, "org.bodywork.offer.taken.v1", sequence, clock.now()));
    }

    private ExampleEvent offer(Booking booking, String type, long sequence, Instant expiresAt) {
        return ExampleEvent.of(type, "full")
                .withId(booking.id())
                .withSequence(sequence)
                .with("/practiceId", PRACTICE)
                .with("/therapistId", booking.therapist())
                .with("/clientRef", booking.clientRef())
                .with("/start", booking.start().toString())
                .with("/end", booking.start().plus(Duration.ofHours(1)).toString())
                .with("/zone", "America/Chicago")
                .with("/expiresAt", expiresAt.toString())
                .with("/at", clock.now().toString());
    }

    /** The client of the booking is asked to agree to a plan, which has the booking's id. */
    void planned(Booking booking, long sequence) {
        publish(ExampleEvent.of(PLAN_PROPOSED, "full")
                .withId(booking.id())
                .withSequence(sequence)
                .with("/practiceId", PRACTICE)
                .with("/therapistId", booking.therapist())
                .with("/clientRef", booking.clientRef())
                .with("/zone", "America/Chicago")
                .with("/at", clock.now().toString())
                .with("/sealed", sealedInvitation(booking, PLAN_PROPOSED, "planUrl")));
    }

    /** What the client of the booking answered is to be looked at. */
    void needsAttention(Booking booking, long answer) {
        publish(ExampleEvent.of("org.bodywork.plan.attention.v1", "full")
                .withId(booking.id())
                .withSequence(answer)
                .with("/practiceId", PRACTICE)
                .with("/therapistId", booking.therapist())
                .with("/clientRef", booking.clientRef())
                .with("/at", clock.now().toString()));
    }

    /** One of several visits of one client, booked together. */
    void confirmedInSeries(Booking booking, String series, int number, int of) {
        publish(confirmation(booking).with("/series", Map.of("id", series, "number", number, "of", of)));
    }

    private String sealedInvitation(Booking booking, String type, String link) {
        return cipher.seal(
                booking.id(),
                type,
                EventJson.write(Map.of(
                        "client",
                        Map.of("name", "Ana Lopez", "email", booking.email(), "phone", booking.phone(), "locale", "en"),
                        "consent",
                        Map.of("email", true, "sms", true, "at", "2026-11-01T00:00:00Z", "wording", "2026-01"),
                        "secrets",
                        Map.of("offer", "o"),
                        link,
                        booking.manageUrl())));
    }

    /** A sign-in code goes out to this address. */
    void codeIssued(String email, String code, Instant expiresAt) {
        String id = UUID.randomUUID().toString();
        String contact = EventJson.write(Map.of("email", email, "code", code, "locale", "en"));
        publish(ExampleEvent.of(CODE_ISSUED, "full")
                .withId(id)
                .with("/expiresAt", expiresAt.toString())
                .with("/sealed", cipher.seal(id, CODE_ISSUED, contact)));
    }

    private void publish(ExampleEvent event) {
        EventContract.of(event.type()).assertFits(event.json());
        send(event);
    }

    private void send(ExampleEvent event) {
        publisher.publish(
                List.of(new Event(
                        event.topic(), event.key(), event.type(), event.subject(), 1, clock.now(), event.json())),
                PATIENCE);
    }
}
