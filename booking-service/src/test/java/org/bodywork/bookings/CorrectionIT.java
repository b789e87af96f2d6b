package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class CorrectionIT {

    private static final String GRACE =
            "{\"name\": \"Grace Hopper\", \"email\": \"%s@example.org\", \"phone\": \"314 555 0199\"}";

    private final Town town;
    private final BookingApi api;
    private final ReactiveMongoTemplate mongo;
    private final LocalDate day;

    CorrectionIT(@Autowired Town town, @LocalServerPort int port, @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.api = new BookingApi(port);
        this.mongo = mongo;
        this.day = town.inTwoWeeks();
    }

    @Test
    void changesTheClientAndTellsSoWithoutAWordInTheAudit() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        String tag = tag(june, id);
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer corrected = put(june, id, "client", GRACE.formatted(id), tag);

            assertThat(corrected.status()).isEqualTo(200);
            assertThat(corrected.text("/client/name")).isEqualTo("Grace Hopper");
            assertThat(corrected.text("/client/phone")).isEqualTo("+13145550199");
            assertThat(corrected.text("/note")).isEqualTo("The left knee hurts.");
            assertThat(corrected.text("/history/1/action")).isEqualTo("CORRECTED");
            assertThat(corrected.body().at("/history").toString()).doesNotContain("Grace", "555", "@");
            assertThat(corrected.headers().getETag()).isNotEqualTo(tag);
            SeenEvent event =
                    probe.await("appointments", seen -> seen.text("/id").equals(id));
            EventContract.of("org.bodywork.appointment.corrected.v1").assertFits(event.value());
            assertThat(event.type()).isEqualTo("org.bodywork.appointment.corrected.v1");
        }
    }

    @Test
    void takesTheClientsTimeAlong() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        put(june, id, "client", GRACE.formatted(id), tag(june, id));
        ObjectNode elsewhere = aBooking(may, startAt(day, "10:30"));
        ((ObjectNode) elsewhere.get("client")).put("name", "grace hopper").put("email", id + "@example.org");

        assertThat(api.book(elsewhere).problem()).isEqualTo("slot-taken");
    }

    @Test
    void isRefusedLikeATakenTimeWhereThatPersonIsElsewhere() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        ObjectNode elsewhere = aBooking(may, startAt(day, "10:30"));
        ((ObjectNode) elsewhere.get("client")).put("name", "Grace Hopper").put("email", id + "@example.org");
        api.book(elsewhere);

        Answer refused = put(june, id, "client", GRACE.formatted(id), tag(june, id));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("slot-taken");
        assertThat(seen(june, id).text("/client/name")).isEqualTo("Ada Lovelace");
    }

    @Test
    void isMadeOnTheVersionThatWasSeen() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        String tag = tag(june, id);
        put(june, id, "staff-note", "{\"text\": \"Prefers quiet.\"}", tag);

        assertThat(put(june, id, "client", GRACE.formatted(id), tag).status()).isEqualTo(412);
        assertThat(put(june, id, "staff-note", "{\"text\": \"Late.\"}", tag).status())
                .isEqualTo(412);
        assertThat(put(june, id, "client", GRACE.formatted(id), null).status()).isEqualTo(428);
        assertThat(put(june, id, "staff-note", "{\"text\": \"Late.\"}", null).status())
                .isEqualTo(428);
    }

    @Test
    void namesWhatIsWrong() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, "10:00");

        Answer refused =
                put(june, id, "client", "{\"name\": \"Ada\", \"email\": \"ada\", \"phone\": \"12\"}", tag(june, id));
        Answer unreachable =
                put(june, id, "client", "{\"name\": \"Ada\", \"email\": \"ada@example.org\"}", tag(june, id));

        assertThat(refused.wrongFields()).containsExactly("/email", "/phone");
        assertThat(unreachable.wrongFields()).containsExactly("/phone");
    }

    @Test
    void keepsNotesForStaffEncryptedAndAmongThem() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        String id = book(june, "10:00");

        Answer noted = put(june, id, "staff-note", "{\"text\": \"Prefers quiet.\"}", tag(june, id));

        assertThat(noted.text("/staffNote")).isEqualTo("Prefers quiet.");
        assertThat(api.get("/api/appointments/" + id, TestTokens.manager("boss", june.practiceId()))
                        .text("/staffNote"))
                .isEqualTo("Prefers quiet.");
        Document stored = mongo.findById(id, Document.class, "appointments")
                .blockOptional()
                .orElseThrow();
        assertThat(stored.toJson()).doesNotContain("quiet");
        assertThat(put(may, id, "staff-note", "{\"text\": \"Mine.\"}", tag(june, id))
                        .status())
                .isEqualTo(404);
        Answer cleared = put(june, id, "staff-note", "{\"text\": \" \"}", tag(june, id));
        assertThat(cleared.body().has("staffNote")).isFalse();
    }

    private String book(TherapistInTown therapist, String time) {
        return api.book(aBooking(therapist, startAt(day, time)).put("note", "The left knee hurts."))
                .text("/id");
    }

    private Answer seen(TherapistInTown by, String id) {
        return api.get("/api/appointments/" + id, token(by));
    }

    private String tag(TherapistInTown by, String id) {
        return String.valueOf(seen(by, id).headers().getETag());
    }

    private Answer put(TherapistInTown by, String id, String what, String body, @Nullable String tag) {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + token(by)));
        if (tag != null) {
            headers.put("If-Match", tag);
        }
        return api.call(HttpMethod.PUT, "/api/appointments/" + id + "/" + what, body, headers);
    }

    private static String token(TherapistInTown therapist) {
        return TestTokens.therapist(Town.id(), therapist.id());
    }
}
