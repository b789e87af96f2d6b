package org.bodywork.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.notifications.Town.Booking;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

@WholeService
class ErasureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String REQUESTED = "org.bodywork.erasure.requested.v1";
    private static final String HASH = "q3Vx0d5m7Kz1bT9eRjW2yLhG8cNpS4aFuXoI6QvEwDk";

    private final Town town;
    private final Publisher publisher;
    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;

    ErasureIT(
            @Autowired Town town,
            @Autowired Publisher publisher,
            @Autowired ReactiveMongoTemplate mongo,
            @Autowired BusinessClock clock) {
        this.town = town;
        this.publisher = publisher;
        this.mongo = mongo;
        this.clock = clock;
    }

    @Test
    void leavesNothingOfAClientWhoHasBeenToldTheLast() {
        Booking booking = town.aBooking();
        town.confirmed(booking, 1);
        String subject = UUID.randomUUID().toString();
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "erasures", "deliveries")) {
            // Asked for before the last change of the visit has been heard: the client is told of that first.
            askedFor(subject, booking, 2);
            town.cancelled(booking, 2);

            SeenEvent completed = completed(probe, subject);

            EventContract.of("org.bodywork.erasure.completed.v1").assertFits(completed.value());
            assertThat(reasonsOf(booking)).contains("CANCELLATION EMAIL SENT");
        }
        assertThat(placesOf(booking)).isEmpty();
    }

    @Test
    void leavesNothingOfAnAddressThatStaffHadPutRight() {
        Booking wrong = town.aBooking();
        town.confirmed(wrong, 1);
        Await.until("it was written to", () -> reasonsOf(wrong), all -> all.contains("CONFIRMATION EMAIL SENT"));
        Booking right = new Booking(
                wrong.id(), "right-" + wrong.email(), "+16365550100", wrong.start(), wrong.therapist(), Map.of());
        String subject = UUID.randomUUID().toString();
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "erasures")) {
            town.corrected(right, 2);
            town.cancelled(right, 3);
            askedFor(subject, right, 3);

            completed(probe, subject);
        }
        // The right address ends with the wrong one.
        assertThat(placesOf(right)).isEmpty();
        assertThat(placesOf(wrong)).isEmpty();
    }

    @Test
    void leavesNothingOfAnOfferOrAPlanWhichNoVisitNames() {
        Booking visit = town.aBooking();
        Booking offered = visit.another(1);
        Booking planned = visit.another(2);
        town.confirmed(visit, 1);
        town.cancelled(visit, 2);
        town.offered(offered, 1, clock.now().plus(Duration.ofHours(20)));
        town.planned(planned, 1);
        Await.until(
                "all is told",
                () -> placesOf(offered).contains("visits") && placesOf(planned).contains("visits"),
                so -> so);
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "erasures")) {
            askedFor(visit.clientRef(), visit, 2);

            completed(probe, visit.clientRef());
        }
        assertThat(placesOf(offered)).isEmpty();
        assertThat(placesOf(planned)).isEmpty();
    }

    @Test
    void waitsADayForWhatIsStillToBeToldAndNoLonger() {
        Booking booking = town.aBooking();
        town.confirmed(booking, 1);
        String subject = UUID.randomUUID().toString();
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "erasures")) {
            // The reminder is due in two days only.
            askedFor(subject, booking, 1);
            Await.until("it waits", () -> isWaitedFor(subject), so -> so);
            assertThat(placesOf(booking)).containsExactly("visits");

            clock.moveTo(clock.offset().plus(Duration.ofHours(24)));

            completed(probe, subject);
        }
        assertThat(placesOf(booking)).isEmpty();
        assertThat(reasonsOf(booking)).contains("REMINDER EMAIL SKIPPED");
    }

    private static SeenEvent completed(EventProbe probe, String subject) {
        return probe.await(
                "erasures",
                seen -> seen.text("/id").equals(subject)
                        && seen.text("/service").equals("notification-service"));
    }

    private void askedFor(String subject, Booking booking, long sequence) {
        String json = """
                {"id": "%s", "sequence": 1, "requestedAt": "%s",
                 "visits": [{"id": "%s", "sequence": %d, "reviewTokenHash": "%s"}]}
                """.formatted(subject, clock.now(), booking.id(), sequence, HASH);
        EventContract.of(REQUESTED).assertFits(json);
        publisher.publish(List.of(new Event("erasures", subject, REQUESTED, subject, 1, clock.now(), json)), PATIENCE);
    }

    private boolean isWaitedFor(String subject) {
        return all("erasures").stream()
                .anyMatch(stored -> subject.equals(stored.getString("subject"))
                        && stored.containsKey("visits")
                        && stored.getDate("due").toInstant().isAfter(clock.now()));
    }

    /** The collections in which anything of the client is found. */
    private List<String> placesOf(Booking booking) {
        return mongo.getCollectionNames().collectList().blockOptional(PATIENCE).orElseThrow().stream()
                .filter(collection -> all(collection).stream()
                        .map(Document::toJson)
                        .anyMatch(json -> json.contains(booking.email())
                                || json.contains(booking.phone())
                                || json.contains(booking.manageUrl())))
                .toList();
    }

    private List<String> reasonsOf(Booking booking) {
        return all("notifications").stream()
                .filter(stored -> booking.id().equals(stored.getString("appointmentId")))
                .map(stored -> stored.getString("kind") + " " + stored.getString("channel") + " "
                        + stored.get("progress", Document.class).getString("state"))
                .toList();
    }

    private List<Document> all(String collection) {
        return mongo.find(new Query(), Document.class, collection)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
