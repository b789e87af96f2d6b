package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.aKey;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class RepeatedRequestIT {

    private final Town town;
    private final BookingApi api;

    RepeatedRequestIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @Test
    void isAnsweredWithTheSameVisitAgain() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));
        String key = aKey();
        Answer first = api.book(booking, key);

        Answer again = api.book(booking, key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.text("/manageUrl")).isEqualTo(first.text("/manageUrl"));
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.headers().containsHeader("Idempotent-Replayed")).isFalse();
    }

    @Test
    void isAnsweredAgainEvenWhenTheTherapistTakesNoMoreBookings() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));
        String key = aKey();
        Answer first = api.book(booking, key);
        town.settle(june.withdrawn(2));

        Answer again = api.book(booking, key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
    }

    @Test
    void isRefusedWhenItAsksForSomethingElse() {
        TherapistInTown june = town.settle(bookedInstantly());
        String key = aKey();
        api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")), key);

        Answer other = api.book(aBooking(june, startAt(town.inTwoWeeks(), "14:00")), key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(api.startsOn(june, town.inTwoWeeks())).contains(startAt(town.inTwoWeeks(), "14:00"));
    }

    @Test
    void mayTryAgainAfterARefusalWithTheSameKey() {
        TherapistInTown june = town.settle(answeringRequests());
        String key = aKey();
        Answer refused = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:10")), key);

        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")), key);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(booked.status()).isEqualTo(201);
    }

    @Test
    void needsAKey() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));

        Answer refused = api.post("/api/appointments", booking.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly("/Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifteen-letters", "sixteen letters!"})
    void needsAKeyOfVisibleCharactersLongEnough(String key) {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));

        Answer refused =
                api.call(HttpMethod.POST, "/api/appointments", booking.toString(), Map.of("Idempotency-Key", key));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly("/Idempotency-Key");
    }
}
