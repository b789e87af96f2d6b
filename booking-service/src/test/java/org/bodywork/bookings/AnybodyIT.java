package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.aKey;
import static org.bodywork.bookings.BookingApi.startAt;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bodywork.platform.testing.Await;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/** Each test has a length of treatment to itself, by which it finds nobody but its own therapists. */
@WholeService
class AnybodyIT {

    private final Town town;
    private final BookingApi api;

    AnybodyIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @Test
    void isBookedInPlaceOfSomebodyUntilEverybodyIs() {
        List<String> all = List.of(settle(95), settle(95));
        String start = startAt(town.inTwoWeeks(), "10:00");

        List<Answer> booked = IntStream.range(0, 2)
                .mapToObj(_ -> api.book(anybody(95, start)))
                .toList();
        Answer refused = api.book(anybody(95, start));

        assertThat(booked).extracting(Answer::status).containsOnly(201);
        assertThat(booked).extracting(answer -> answer.text("/therapist/id")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("slot-taken");
        assertThat(refused.body().at("/alternatives").size()).isEqualTo(5);
        assertThat(all).contains(refused.text("/alternatives/0/therapistId"));
    }

    @Test
    void isTheSameAgainForTheSameRequest() {
        settle(100);
        settle(100);
        ObjectNode booking = anybody(100, startAt(town.inTwoWeeks(), "10:00"));
        String key = aKey();
        Answer first = api.book(booking, key);

        Answer again = api.book(booking, key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.text("/manageUrl")).isEqualTo(first.text("/manageUrl"));
        booking.withObject("/any").put("gender", "woman");
        assertThat(api.book(booking, key).status()).isEqualTo(422);
    }

    @Test
    void isRefusedWithTheNameOfEachWrongField() {
        assertThat(wrong(booking ->
                        booking.withObject("/any").put("area", "chicago").put("gender", "x")))
                .containsExactlyInAnyOrder("/any/area", "/any/gender");
        assertThat(wrong(booking -> booking.withObject("/any").remove("minutes")))
                .containsExactly("/any/minutes");
        assertThat(wrong(booking -> booking.withObject("/any").put("therapist", "june")))
                .containsExactly("/any/therapist");
        assertThat(wrong(booking -> booking.put("therapistId", Town.id()).put("holdId", Town.id())))
                .containsExactlyInAnyOrder("/therapistId", "/holdId");
    }

    @Test
    void isBookedByStaffWhoSetRulesAside() {
        SomebodyWho somebody = somebody(105);
        ObjectNode booking = anybody(105, startAt(town.inTwoWeeks(), "19:35"));
        String token = TestTokens.manager("boss", somebody.therapist().practiceId());

        assertThat(byStaff(booking, token).problem()).isEqualTo("not-an-opening");
        booking.put("reason", "Came from far away.").putArray("override").add("hours");
        Answer booked = byStaff(booking, token);

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.text("/therapist/id")).isEqualTo(somebody.id());
        assertThat(byStaff(booking, TestTokens.manager("other", Town.id())).status())
                .isEqualTo(409);
    }

    private Answer byStaff(ObjectNode booking, String token) {
        return api.call(
                HttpMethod.POST,
                "/api/appointments",
                booking.toString(),
                Map.of("Idempotency-Key", aKey(), "Authorization", "Bearer " + token));
    }

    private List<String> wrong(Consumer<ObjectNode> mistake) {
        ObjectNode booking = anybody(60, startAt(town.inTwoWeeks(), "10:00"));
        mistake.accept(booking);
        Answer refused = api.book(booking);
        assertThat(refused.status()).isEqualTo(400);
        return refused.wrongFields();
    }

    private String settle(int minutes) {
        return somebody(minutes).id();
    }

    private SomebodyWho somebody(int minutes) {
        SomebodyWho somebody = SomebodyWho.works("lakewood", minutes);
        town.publish("therapists", "org.bodywork.therapist.changed.v1", somebody.id(), 1, somebody.json());
        Await.until(
                "somebody can be chosen",
                () -> api.get("/api/openings?area=lakewood&minutes=%d&from=%2$s&to=%2$s"
                                .formatted(minutes, town.inTwoWeeks()))
                        .body()
                        .toString(),
                found -> found.contains(somebody.id()));
        return somebody;
    }

    private static ObjectNode anybody(int minutes, String start) {
        ObjectNode booking = aBooking(TherapistInTown.bookedInstantly(), start);
        booking.remove("therapistId");
        booking.remove("treatmentId");
        booking.putObject("any")
                .put("area", "lakewood")
                .put("modality", "swedish")
                .put("minutes", minutes);
        return booking;
    }
}
