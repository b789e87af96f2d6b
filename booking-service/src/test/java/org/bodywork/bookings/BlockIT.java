package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@WholeService
class BlockIT {

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final LocalDate day;

    BlockIT(@Autowired Town town, @LocalServerPort int port, @Autowired BusinessClock clock) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.day = town.inTwoWeeks();
    }

    @Test
    void keepsTheTimeFreeUntilItIsLifted() {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer blocked = block(june, "09:05", "16:00", june);

        assertThat(blocked.status()).isEqualTo(201);
        assertThat(blocked.text("/start")).isEqualTo(startAt(day, "09:05"));
        assertThat(api.startsOn(june, day)).containsExactly(startAt(day, "16:00"));
        assertThat(api.book(aBooking(june, startAt(day, "10:00"))).problem()).isEqualTo("slot-taken");

        assertThat(lift(blocked, june).status()).isEqualTo(204);
        assertThat(lift(blocked, june).status()).isEqualTo(204);
        assertThat(api.startsOn(june, day)).hasSize(15);
    }

    @Test
    void isToldToOurOpeningsAndToNobodyElse() {
        TherapistInTown june = town.settle(bookedInstantly());
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "occupancy", "appointments")) {
            block(june, "09:00", "12:00", june);
            String booked = api.book(aBooking(june, startAt(day, "14:00"))).text("/id");

            probe.await(
                    "occupancy",
                    seen -> seen.text("/therapistId").equals(june.id())
                            && seen.text("/dates/0").equals(day.toString()));
            SeenEvent first = probe.await(
                    "appointments", seen -> seen.text("/therapistId").equals(june.id()));

            assertThat(first.text("/id")).isEqualTo(booked);
        }
    }

    @Test
    void standsNowhereThatVisitsDo() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = api.book(aBooking(june, startAt(day, "10:00"))).text("/id");
        api.post(
                "/api/holds",
                "{\"therapistId\": \"%s\", \"treatmentId\": \"%s\", \"start\": \"%s\"}"
                        .formatted(june.id(), june.treatmentId(), startAt(day, "14:00")));

        Answer refused = block(june, "09:00", "17:00", june);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("visits-affected");
        assertThat(refused.body().at("/visits").size()).isEqualTo(2);
        assertThat(refused.text("/visits/0/id")).isEqualTo(visit);
        assertThat(refused.text("/visits/0/status")).isEqualTo("CONFIRMED");
        assertThat(refused.text("/visits/1/status")).isEqualTo("HELD");
        assertThat(refused.body().at("/visits/1").has("id")).isFalse();
        assertThat(block(june, "12:00", "13:00", june).status()).isEqualTo(201);
    }

    @Test
    void takesTheTimeOfARequestThatHasExpired() {
        TherapistInTown june = town.settle(answeringRequests().waitingMinutes(30));
        api.book(aBooking(june, startAt(day, "10:00")));
        clock.moveTo(clock.offset().plus(Duration.ofMinutes(30)));

        assertThat(block(june, "10:00", "11:00", june).status()).isEqualTo(201);
    }

    @Test
    void isListedForItsStaffOnly() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        Answer later = block(june, "12:00", "13:00", june);
        Answer first = block(june, "09:00", "10:00", june);
        lift(block(june, "15:00", "16:00", june), june);

        Answer part = api.get("/api/blocks?size=1", TestTokens.manager("boss", june.practiceId()));
        Answer rest = api.get("/api/blocks?after=" + part.text("/next"), token(june));

        assertThat(part.text("/items/0/id")).isEqualTo(first.text("/id"));
        assertThat(rest.text("/items/0/id")).isEqualTo(later.text("/id"));
        assertThat(rest.body().at("/items").size()).isEqualTo(1);
        assertThat(rest.body().has("next")).isFalse();
        assertThat(api.get("/api/blocks", token(may)).body().at("/items")).isEmpty();
        assertThat(api.get("/api/appointments", token(june)).body().at("/items"))
                .isEmpty();
    }

    @Test
    void isNotForOthersToMakeOrLift() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        Answer blocked = block(june, "12:00", "13:00", june);
        String id = blocked.text("/id");

        assertThat(block(june, "09:00", "10:00", may).status()).isEqualTo(404);
        assertThat(lift(blocked, may).status()).isEqualTo(404);
        assertThat(api.call(HttpMethod.DELETE, "/api/blocks/" + id, null, Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(api.call(HttpMethod.DELETE, "/api/holds/" + id, null, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/appointments/" + id, token(june)).status()).isEqualTo(404);
        assertThat(api.startsOn(june, day)).doesNotContain(startAt(day, "12:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-05T10:03:00-06:00, 2027-01-05T11:00:00-06:00, /start",
        "2027-01-05T10:00:00-06:00, 2027-01-05T11:00:30-06:00, /end",
        "2027-01-05T10:00:00-06:00, 2027-01-05T10:00:00-06:00, /end",
        "2027-01-05T10:00:00-06:00, 2027-01-06T10:05:00-06:00, /end",
        "2020-01-05T10:00:00-06:00, 2020-01-05T11:00:00-06:00, /end",
        "2027-02-30T10:00:00-06:00, 2027-03-01T11:00:00-06:00, /start",
    })
    void namesWhatIsWrong(String start, String end, String field) {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer refused = api.post("/api/blocks", body(june, start, end), token(june));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly(field);
    }

    private Answer block(TherapistInTown therapist, String from, String to, TherapistInTown by) {
        return api.post("/api/blocks", body(therapist, startAt(day, from), startAt(day, to)), token(by));
    }

    private Answer lift(Answer blocked, TherapistInTown by) {
        return api.call(
                HttpMethod.DELETE,
                "/api/blocks/" + blocked.text("/id"),
                null,
                Map.of("Authorization", "Bearer " + token(by)));
    }

    private static String body(TherapistInTown therapist, String start, String end) {
        return "{\"therapistId\": \"%s\", \"start\": \"%s\", \"end\": \"%s\", \"reason\": \"Training.\"}"
                .formatted(therapist.id(), start, end);
    }

    private static String token(TherapistInTown therapist) {
        return TestTokens.therapist(Town.id(), therapist.id());
    }
}
