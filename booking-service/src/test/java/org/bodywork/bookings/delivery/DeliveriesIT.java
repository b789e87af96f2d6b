package org.bodywork.bookings.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.numbers.domain.Reminded;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@MongoContract
class DeliveriesIT {

    private static final Instant NOON = Instant.parse("2026-11-24T18:00:00Z");

    private final Appointment visit = aRequest().please();
    private final AppointmentId id = visit.id();
    private final ReactiveMongoTemplate mongo;
    private final DeliveryUpdates updates;
    private final Deliveries deliveries;

    DeliveriesIT(TestDatabase database) {
        mongo = database.template();
        updates = new DeliveryUpdates(new GuardedWrites(mongo));
        deliveries = new Deliveries(mongo);
    }

    @Test
    void readsEveryPublishedDelivery() {
        EventContract.of(DeliveryTold.TYPE).assertReadBy(json -> EventJson.read(json, DeliveryTold.class));
    }

    @Test
    void countsRemindersThatWereHandedOverByVisit() {
        AppointmentId other = AppointmentId.of(UUID.randomUUID().toString());
        tell("mail", 1, "REMINDER", "EMAIL", "DELIVERED", null, NOON);
        tell("text", 1, "REMINDER", "SMS", "FAILED", "21610", NOON);
        tell("skipped", 1, "REMINDER", "EMAIL", "SKIPPED", "MOVED", NOON);
        tell("something else", 1, "CONFIRMATION", "EMAIL", "FAILED", "REFUSED", NOON);

        assertThat(deliveries.of(List.of(id, other)).block()).isEqualTo(Map.of(id, new Reminded(2, 1)));
        assertThat(deliveries.of(List.of()).block()).isEmpty();
    }

    @Test
    void keepsTheNewestStateOfEachMessage() {
        tell("mail", 2, "REMINDER", "EMAIL", "FAILED", "UNDELIVERED", NOON);
        tell("mail", 1, "REMINDER", "EMAIL", "SENT", null, NOON);
        tell("mail", 2, "REMINDER", "EMAIL", "FAILED", "UNDELIVERED", NOON);

        assertThat(deliveries.of(List.of(id)).block()).isEqualTo(Map.of(id, new Reminded(1, 1)));
    }

    @Test
    void namesThoseWhoseNewestMailCameBack() {
        tell("first", 1, "CONFIRMATION", "EMAIL", "SENT", null, NOON);
        assertThat(unreached()).isEmpty();

        tell("second", 1, "REMINDER", "EMAIL", "FAILED", "UNDELIVERED", NOON.plusSeconds(60));
        assertThat(unreached()).containsExactly(id);

        tell("third", 1, "MOVED", "EMAIL", "SKIPPED", "OVERTAKEN", NOON.plusSeconds(120));
        tell("by text", 1, "MOVED", "SMS", "SENT", null, NOON.plusSeconds(120));
        assertThat(unreached()).as("neither says anything of the address").containsExactly(id);

        tell("fourth", 1, "MOVED", "EMAIL", "SENT", null, NOON.plusSeconds(180));
        assertThat(unreached()).isEmpty();
    }

    @Test
    void holdsNothingAgainstAnAddressWhereTheOutcomeIsNotKnown() {
        tell("mail", 1, "REMINDER", "EMAIL", "FAILED", "OUTCOME_UNKNOWN", NOON);

        assertThat(unreached()).isEmpty();
    }

    @Test
    void takesNothingOfMessagesToStaffNorOfOtherNews() {
        handle(
                DeliveryTold.TYPE,
                "staff",
                json("staff", 1, "NEW_BOOKING", "EMAIL", "FAILED", "REFUSED", NOON)
                        .replace("\"CLIENT\"", "\"THERAPIST\""));
        handle("org.bodywork.notification.reply-received.v1", "reply", "{\"nothing\": \"of ours\"}");

        assertThat(mongo.findAll(Document.class, Deliveries.COLLECTION)
                        .collectList()
                        .block())
                .isEmpty();
    }

    private Set<AppointmentId> unreached() {
        return deliveries.among(List.of(visit)).blockOptional().orElseThrow();
    }

    private void tell(
            String message,
            long sequence,
            String kind,
            String channel,
            String state,
            @Nullable String why,
            Instant at) {
        handle(DeliveryTold.TYPE, message, json(message, sequence, kind, channel, state, why, at));
    }

    private void handle(String type, String message, String json) {
        updates.handle(new ReceivedEvent(DeliveryTold.TOPIC, id.toString(), type, message, NOON, json))
                .block(Duration.ofSeconds(10));
    }

    private String json(
            String message,
            long sequence,
            String kind,
            String channel,
            String state,
            @Nullable String why,
            Instant at) {
        String reason = why == null ? "" : "\"reason\": \"%s\",".formatted(why);
        return """
                {"id": "%s", "appointmentId": "%s", "sequence": %d, "kind": "%s", "channel": "%s", "recipient": "CLIENT",
                 "state": "%s", %s "at": "%s"}
                """.formatted(message, id, sequence, kind, channel, state, reason, at);
    }
}
