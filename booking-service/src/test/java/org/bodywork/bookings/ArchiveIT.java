package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@WholeService
class ArchiveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String REASON = "{\"reason\": \"ill\"}";

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final ReactiveMongoTemplate mongo;

    ArchiveIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired BusinessClock clock,
            @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.mongo = mongo;
    }

    @Test
    void takesVisitsOfLongAgoAndStaffReadThemStill() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        String cancelled = book(june, date, "10:00");
        String neverClosed = book(june, date, "12:00");
        api.post("/api/appointments/" + cancelled + "/cancel", REASON, tokenOf(june));

        pass(Duration.ofDays(14 + 29));
        assertThat(isIn("appointments", cancelled)).isTrue();
        pass(Duration.ofDays(3));
        Await.until("both are archived", () -> isIn("archive", cancelled) && isIn("archive", neverClosed), so -> so);
        Await.until(
                "and gone", () -> isIn("appointments", cancelled) || isIn("appointments", neverClosed), left -> !left);

        assertThat(api.get("/api/appointments/" + cancelled, tokenOf(june)).text("/status"))
                .isEqualTo("CANCELLED_BY_THERAPIST");
        assertThat(api.get("/api/appointments/" + cancelled, TestTokens.therapist("x", Town.id()))
                        .status())
                .isEqualTo(404);
        assertThat(idsOn(june, date)).containsExactly(cancelled, neverClosed);
        Answer tooLate = api.post("/api/appointments/" + neverClosed + "/no-show", null, tokenOf(june));
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.problem()).isEqualTo("state-conflict");
        assertThat(api.post(
                                "/api/appointments/" + neverClosed + "/reschedule",
                                "{\"start\": \"%s\", \"reason\": \"late\"}"
                                        .formatted(startAt(town.inTwoWeeks(), "10:00")),
                                tokenOf(june))
                        .status())
                .isEqualTo(409);
    }

    private List<String> idsOn(TherapistInTown therapist, LocalDate date) {
        Answer list = api.get("/api/appointments?from=" + date + "&to=" + date, tokenOf(therapist));
        return StreamSupport.stream(list.body().at("/items").spliterator(), false)
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private String book(TherapistInTown therapist, LocalDate date, String time) {
        Answer booked = api.book(aBooking(therapist, startAt(date, time)));
        assertThat(booked.status()).isEqualTo(201);
        return booked.text("/id");
    }

    private boolean isIn(String collection, String id) {
        return mongo.exists(Query.query(Criteria.where("_id").is(id)), collection)
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private void pass(Duration time) {
        clock.moveTo(clock.offset().plus(time));
    }

    private static String tokenOf(TherapistInTown therapist) {
        return TestTokens.therapist(therapist.id(), therapist.id());
    }
}
