package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class BadInputIT {

    private final Town town;
    private final BookingApi api;

    private final ReactiveMongoTemplate mongo;

    BadInputIT(@Autowired Town town, @LocalServerPort int port, @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.mongo = mongo;
        this.api = new BookingApi(port);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("/therapistId", booking -> booking.remove("therapistId")),
                mistake("/therapistId", booking -> booking.put("therapistId", "june")),
                mistake("/treatmentId", booking -> booking.put("treatmentId", 7)),
                mistake("/start", booking -> booking.put("start", "2026-12-01T10:00:00")),
                mistake("/start", booking -> booking.put("start", "2027-02-30T10:00:00-06:00")),
                mistake("/start", booking -> booking.put("start", "2027-13-01T10:00:00-06:00")),
                mistake("/start", booking -> booking.put("start", "2027-02-01T25:00:00-06:00")),
                mistake("/start", booking -> booking.put("start", "2027-02-01T10:00:00-19:00")),
                mistake("/start", booking -> booking.put("start", "2020-01-01T10:00:00-06:00")),
                mistake("/start", booking -> booking.put("start", 1_800_000_000)),
                mistake("/start", booking -> booking.putNull("start")),
                mistake("/client/name", booking -> client(booking).put("name", "Ada\r\nBcc: eve@example.org")),
                mistake("/client/name", booking -> client(booking).put("name", "Ada\u0000")),
                mistake("/client/name", booking -> client(booking).put("name", "Ada\u001b[31m")),
                mistake("/client/name", booking -> client(booking).put("name", "Ada\u0085Lovelace")),
                mistake("/client/name", booking -> client(booking).put("name", "   ")),
                mistake("/client/name", booking -> client(booking).put("name", "a".repeat(101))),
                mistake(
                        "/client/name",
                        booking -> client(booking).putObject("name").putNull("$ne")),
                mistake("/client/email", booking -> client(booking).put("email", "ada")),
                mistake("/client/email", booking -> client(booking).put("email", "ada@localhost")),
                mistake("/client/email", booking -> client(booking).put("email", "ada@@example.org")),
                mistake("/client/email", booking -> client(booking).put("email", "ada@example..org")),
                mistake("/client/email", booking -> client(booking).put("email", "ada@-example.org")),
                mistake("/client/email", booking -> client(booking).put("email", "ada @example.org")),
                mistake("/client/email", booking -> client(booking).put("email", "ada@example.org\r\nBcc: e@x.org")),
                mistake("/client/email", booking -> client(booking).remove("email")),
                mistake("/client/phone", booking -> client(booking).put("phone", "call me")),
                mistake("/client/phone", booking -> client(booking).put("phone", "(314) 555-012")),
                mistake("/client/phone", booking -> client(booking).put("phone", "+1 000 000 0000")),
                mistake("/client/phone", booking -> client(booking).put("phone", "+999 314 555 0123")),
                mistake("/client/phone", booking -> client(booking).remove("phone")),
                mistake("/client/locale", booking -> client(booking).put("locale", "tlh")),
                mistake("/client/zone", booking -> client(booking).put("zone", "Mars/Olympus")),
                mistake("/client/zone", booking -> client(booking).put("zone", "+01:00")),
                mistake("/client/admin", booking -> client(booking).put("admin", true)),
                mistake("/consent", booking -> booking.remove("consent")),
                mistake(
                        "/consent/sms",
                        booking -> booking.withObject("/consent").put("sms", "yes")),
                mistake("/note", booking -> booking.put("note", "n".repeat(1_001))),
                mistake("/holdId", booking -> booking.put("holdId", "mine")),
                mistake("/intake", booking -> booking.put("intake", "none")),
                mistake("/intake/painLevel", booking -> intake(booking).put("painLevel", 11)),
                mistake("/intake/pressure", booking -> intake(booking).put("pressure", "crushing")),
                mistake("/intake/consent", booking -> intake(booking).remove("consent")),
                mistake("/intake/mood", booking -> intake(booking).put("mood", "good")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isNamedByItsField(String field, Consumer<ObjectNode> mistake) {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));
        mistake.accept(booking);

        Answer refused = api.book(booking);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsOnly(field);
        assertThat(api.startsOn(june, town.inTwoWeeks())).contains(startAt(town.inTwoWeeks(), "10:00"));
        assertThat(stored(june)).isZero();
    }

    @Test
    void storesNothingOfWhatItRefuses() {
        TherapistInTown june = town.settle(bookedInstantly());
        String hold = "{\"therapistId\": \"%s\", \"treatmentId\": \"%s\", \"start\": \"%s\"}"
                .formatted(june.id(), june.treatmentId(), startAt(town.inTwoWeeks(), "12:00"));
        String held = api.post("/api/holds", hold).text("/id");
        long before = stored(june);

        assertThat(api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:05"))).problem())
                .isEqualTo("not-an-opening");
        assertThat(api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")).put("holdId", held))
                        .problem())
                .isEqualTo("hold-mismatch");
        assertThat(api.book(aBooking(june, startAt(town.inTwoWeeks(), "12:00")).put("holdId", Town.id()))
                        .status())
                .isEqualTo(404);
        assertThat(api.book(aBooking(june, startAt(town.inTwoWeeks(), "12:00"))).problem())
                .isEqualTo("slot-taken");

        assertThat(stored(june)).isEqualTo(before).isEqualTo(1);
    }

    /** Visits, holds and blocks of hers. */
    private long stored(TherapistInTown june) {
        return mongo.count(Query.query(Criteria.where("parts.therapistId").is(june.id())), "appointments")
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void isNamedFieldByFieldAtOnce() {
        ObjectNode booking = aBooking(bookedInstantly(), "tomorrow");
        client(booking).put("name", "").put("locale", "tlh");
        booking.put("extra", 1);

        Answer refused = api.book(booking);

        assertThat(refused.wrongFields())
                .containsExactlyInAnyOrder("/start", "/client/name", "/client/locale", "/extra");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"book\"", "{\"start\": 1e999}"})
    void isRefusedWhenItIsNoBookingAtAll(String body) {
        Answer refused = api.call(
                HttpMethod.POST,
                "/api/appointments",
                body,
                Map.of("Idempotency-Key", BookingApi.aKey(), "Content-Type", "application/json"));

        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void isRefusedAboveSixtyFourKilobytes() {
        ObjectNode booking = aBooking(bookedInstantly(), startAt(town.inTwoWeeks(), "10:00"));
        booking.put("note", "n".repeat(70_000));

        assertThat(api.book(booking).status()).isEqualTo(413);
    }

    @Test
    void isNotFoundForAnUnknownTherapistOrTreatment() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(town.inTwoWeeks(), "10:00");
        ObjectNode foreign =
                aBooking(june, start).put("treatmentId", bookedInstantly().treatmentId());

        Answer nobody = api.book(aBooking(bookedInstantly(), start));
        Answer nothing = api.book(foreign);

        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.wrongFields()).containsExactly("/therapistId");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.wrongFields()).containsExactly("/treatmentId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "therapistId=june&from=2026-12-01&to=2026-12-02",
                "from=2026-13-01&to=2026-12-02",
                "from=2026-12-01",
                "from=2026-12-02&to=2026-12-01",
                "from=2026-12-01&to=2027-02-01",
                "from=2027-02-30&to=2027-03-01",
                "from=2026-12-01T00:00:00Z&to=2026-12-02",
                "from=0000-01-01&to=2026-12-01",
                "from=2026-12-01&to=2026-12-02&to=2026-12-03"
            })
    void isRefusedInAQuestionForOpenings(String question) {
        TherapistInTown june = bookedInstantly();
        String ids = question.contains("therapistId") ? "" : "therapistId=" + june.id() + "&";

        Answer refused = api.get("/api/openings?" + ids + "treatmentId=" + june.treatmentId() + "&" + question);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).hasSize(1);
    }

    private static Arguments mistake(String field, Consumer<ObjectNode> mistake) {
        return Arguments.of(field, mistake);
    }

    /** Answers that nothing is wrong with. */
    private static ObjectNode intake(ObjectNode booking) {
        ObjectNode intake = booking.putObject("intake");
        intake.put("version", "2026-1")
                .put("painLevel", 7)
                .put("pregnancy", "no")
                .put("pressure", "firm")
                .put("consent", true)
                .putArray("warningSigns");
        return intake;
    }

    private static ObjectNode client(ObjectNode booking) {
        return booking.withObject("/client");
    }
}
