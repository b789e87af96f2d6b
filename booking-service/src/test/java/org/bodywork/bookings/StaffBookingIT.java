package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.aKey;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class StaffBookingIT {

    private final Town town;
    private final BookingApi api;
    private final LocalDate day;

    StaffBookingIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
        this.day = town.inTwoWeeks();
    }

    @Test
    void isConfirmedAtOnce() {
        TherapistInTown june = town.settle(answeringRequests());

        Answer booked = book(june, aBooking(june, startAt(day, "10:00")));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.text("/status")).isEqualTo("CONFIRMED");
        assertThat(seen(june, booked).text("/history/0/by")).isEqualTo("STAFF");
    }

    @Test
    void setsRulesAsideForAReasonThatStaysInTheAudit() {
        TherapistInTown june = town.settle(bookedInstantly().limitedTo("\"visitsADay\": 1"));
        book(june, aBooking(june, startAt(day, "10:00")));
        ObjectNode late = aBooking(june, startAt(day, "18:05"));

        assertThat(book(june, late).problem()).isEqualTo("not-an-opening");
        assertThat(book(june, overriding(late, "hours")).problem()).isEqualTo("not-an-opening");
        Answer booked = book(june, overriding(late, "hours", "limits"));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(seen(june, booked).text("/history/0/reason")).isEqualTo("Came from far away.");
        assertThat(seen(june, booked).text("/history/0/override/0")).isEqualTo("hours");
        assertThat(seen(june, booked).text("/history/0/override/1")).isEqualTo("limits");
    }

    @Test
    void reachesBeyondTheHorizonOnlyWhenToldTo() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode far = aBooking(june, startAt(day.plusDays(80), "10:00"));

        assertThat(book(june, far).problem()).isEqualTo("not-an-opening");
        assertThat(book(june, overriding(far, "horizon")).status()).isEqualTo(201);
    }

    @Test
    void neverTakesTakenTime() {
        TherapistInTown june = town.settle(bookedInstantly());
        book(june, aBooking(june, startAt(day, "10:00")));

        Answer refused = book(
                june,
                overriding(aBooking(june, startAt(day, "10:30")), "notice", "horizon", "grid", "hours", "limits"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("slot-taken");
    }

    @Test
    void isNotHeldAgainstTheClientsLimits() {
        TherapistInTown june = town.settle(answeringRequests());
        for (int turn = 0; turn < 7; turn++) {
            ObjectNode booking = aBooking(june, startAt(day.plusDays(turn), "10:00"));
            ((ObjectNode) booking.get("client")).put("email", "regular-" + june.id() + "@example.org");
            assertThat(book(june, booking).status()).isEqualTo(201);
        }
    }

    @Test
    void isForTheirOwnTherapistsOnly() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(day, "10:00"));

        assertThat(book(may, booking).status()).isEqualTo(404);
        assertThat(send(booking, aKey(), TestTokens.operator("root")).status()).isEqualTo(403);
        assertThat(send(booking, aKey(), TestTokens.manager("boss", june.practiceId()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void isRepeatedToTheSameStaffOnly() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(day, "10:00"));
        String key = aKey();
        String token = TestTokens.therapist("one", june.id());
        Answer first = send(booking, key, token);

        Answer again = send(booking, key, token);

        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(send(booking, key, TestTokens.therapist("two", june.id())).status())
                .isEqualTo(422);
        assertThat(api.book(booking, key).status()).isEqualTo(422);
    }

    @Test
    void namesWhatIsWrong() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode unexplained = overriding(aBooking(june, startAt(day, "10:00")), "notice");
        ObjectNode unheardOf = overriding(aBooking(june, startAt(day, "10:00")), "occupancy");

        assertThat(api.book(unexplained).wrongFields()).containsExactly("/override", "/reason");
        unexplained.remove("reason");
        assertThat(book(june, unexplained).wrongFields()).containsExactly("/reason");
        assertThat(book(june, unheardOf).wrongFields()).containsExactly("/override/0");
    }

    @Test
    void movesOverRulesToo() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june, aBooking(june, startAt(day, "10:00")));

        assertThat(move(june, booked, "").problem()).isEqualTo("not-an-opening");
        Answer moved = move(june, booked, ", \"override\": [\"hours\"]");

        assertThat(moved.text("/start")).isEqualTo(startAt(day, "19:35"));
        assertThat(moved.text("/history/1/override/0")).isEqualTo("hours");
    }

    private Answer move(TherapistInTown june, Answer booked, String override) {
        return api.post(
                "/api/appointments/" + booked.text("/id") + "/reschedule",
                "{\"start\": \"%s\", \"reason\": \"Client called.\"%s}".formatted(startAt(day, "19:35"), override),
                token(june));
    }

    private static ObjectNode overriding(ObjectNode booking, String... rules) {
        ObjectNode copy = booking.deepCopy();
        copy.put("reason", "Came from far away.");
        var override = copy.putArray("override");
        for (String rule : rules) {
            override.add(rule);
        }
        return copy;
    }

    private Answer seen(TherapistInTown june, Answer booked) {
        return api.get("/api/appointments/" + booked.text("/id"), token(june));
    }

    private Answer book(TherapistInTown by, ObjectNode booking) {
        return send(booking, aKey(), token(by));
    }

    private Answer send(ObjectNode booking, String key, String token) {
        return api.call(
                HttpMethod.POST,
                "/api/appointments",
                booking.toString(),
                Map.of("Idempotency-Key", key, "Authorization", "Bearer " + token));
    }

    private static String token(TherapistInTown therapist) {
        return TestTokens.therapist(Town.id(), therapist.id());
    }
}
