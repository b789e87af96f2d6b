package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client is offered whose visit the therapist has cancelled. */
@WholeService
class AlternativesIT {

    private final Town town;
    private final BookingApi api;
    private final LocalDate day;

    AlternativesIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
        this.day = town.inTwoWeeks();
    }

    @Test
    void areTheNearestOpeningsBesideTheCancelledTime() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = api.book(aBooking(june, startAt(day, "12:00")));
        assertThat(api.get(link(booked)).body().has("alternatives")).isFalse();

        cancel(booked, june);

        List<String> offered = api.get(link(booked)).body().at("/alternatives").findValuesAsString("start");
        assertThat(offered).hasSize(5).contains(startAt(day, "11:00"), startAt(day, "13:00"));
        assertThat(offered)
                .doesNotContain(startAt(day, "11:30"), startAt(day, "12:00"), startAt(day, "12:30"))
                .allMatch(start -> start.startsWith(day.toString()));
        assertThat(api.get(link(booked)).text("/alternatives/0/treatmentId")).isEqualTo(june.treatmentId());
    }

    @Test
    void areNotForWhoeverCancelledThemselves() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = api.book(aBooking(june, startAt(day, "12:00")));

        Answer cancelled = api.post(link(booked) + "/cancel", null);

        assertThat(cancelled.body().has("alternatives")).isFalse();
    }

    @Test
    void areNoneWhereTheTherapistHasLeft() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = api.book(aBooking(june, startAt(day, "12:00")));
        cancel(booked, june);
        town.publish(june.withdrawn(2));
        town.awaitKnown("listings", june.id(), 2);

        Answer shown = api.get(link(booked));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().at("/alternatives")).isEmpty();
    }

    private void cancel(Answer booked, TherapistInTown by) {
        Answer cancelled = api.post(
                "/api/appointments/" + booked.text("/id") + "/cancel",
                "{\"reason\": \"Ill.\"}",
                TestTokens.therapist(Town.id(), by.id()));
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED_BY_THERAPIST");
    }

    private static String link(Answer booked) {
        String url = booked.text("/manageUrl");
        return "/api/manage/" + url.substring(url.lastIndexOf('/') + 1);
    }
}
