package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeService
class DayLimitsIT {

    private static final String TWO_VISITS = "\"visitsADay\": 2";

    private final Town town;
    private final BookingApi api;
    private final LocalDate day;

    DayLimitsIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
        this.day = town.inTwoWeeks();
    }

    @Test
    void leaveNoStartsOnAFullDayAndRefuseThemWhenBooked() {
        TherapistInTown june = town.settle(bookedInstantly().limitedTo(TWO_VISITS));
        book(june, "09:00");
        book(june, "11:00");

        Answer refused = api.book(aBooking(june, startAt(day, "14:00")));

        assertThat(api.startsOn(june, day)).isEmpty();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-an-opening");
        assertThat(refused.body().at("/alternatives").size()).isEqualTo(5);
        assertThat(refused.body().at("/alternatives").findValuesAsString("start"))
                .noneMatch(start -> start.startsWith(day.toString()));
        assertThat(explained(june, "14:00").text("/hindrances/0")).isEqualTo("DAY_LIMITS");
    }

    @Test
    void areCheckedWhenAVisitIsMovedIn() {
        TherapistInTown june = town.settle(bookedInstantly().limitedTo(TWO_VISITS));
        book(june, "09:00");
        Answer within = book(june, "11:00");
        Answer without = api.book(aBooking(june, startAt(day.plusDays(1), "09:00")));

        assertThat(reschedule(without, "14:00").problem()).isEqualTo("not-an-opening");
        assertThat(reschedule(within, "14:00").status()).isEqualTo(200);
        assertThat(api.startsOn(june, day)).isEmpty();
    }

    @Test
    void areGivenBackByACancellation() {
        TherapistInTown june = town.settle(bookedInstantly().limitedTo("\"visitsADay\": 1"));
        Answer booked = book(june, "09:00");

        api.post(link(booked) + "/cancel", null);

        assertThat(api.startsOn(june, day)).contains(startAt(day, "14:00"));
        book(june, "14:00");
    }

    @Test
    void countHoldsAndWantedTimes() {
        TherapistInTown june = town.settle(answeringRequests().limitedTo(TWO_VISITS));
        Answer away = api.book(aBooking(june, startAt(day.plusDays(1), "09:00")));
        api.post("/api/appointments/" + away.text("/id") + "/accept", null, TestTokens.therapist(Town.id(), june.id()));
        assertThat(reschedule(away, "09:00").status()).isEqualTo(202);
        assertThat(hold(june, "11:00").status()).isEqualTo(201);

        assertThat(api.startsOn(june, day)).isEmpty();
        assertThat(hold(june, "14:00").status()).isEqualTo(409);
    }

    @Test
    void askForARestAfterSoMuchInARow() {
        TherapistInTown june =
                town.settle(bookedInstantly().limitedTo("\"inARow\": {\"handsOnMinutes\": 120, \"breakMinutes\": 60}"));
        book(june, "09:00");
        book(june, "10:30");

        assertThat(api.startsOn(june, day))
                .doesNotContain(startAt(day, "12:00"))
                .contains(startAt(day, "12:30"));
    }

    private Answer book(TherapistInTown therapist, String time) {
        Answer booked = api.book(aBooking(therapist, startAt(day, time)));
        assertThat(booked.status()).isEqualTo(201);
        return booked;
    }

    private Answer hold(TherapistInTown therapist, String time) {
        return api.post(
                "/api/holds",
                "{\"therapistId\": \"%s\", \"treatmentId\": \"%s\", \"start\": \"%s\"}"
                        .formatted(therapist.id(), therapist.treatmentId(), startAt(day, time)));
    }

    private Answer reschedule(Answer booked, String time) {
        return api.post(link(booked) + "/reschedule", "{\"start\": \"%s\"}".formatted(startAt(day, time)));
    }

    private Answer explained(TherapistInTown therapist, String time) {
        return api.get(
                "/api/openings/explain?therapistId=%s&treatmentId=%s&at=%s"
                        .formatted(therapist.id(), therapist.treatmentId(), startAt(day, time)),
                TestTokens.therapist(Town.id(), therapist.id()));
    }

    private static String link(Answer booked) {
        String url = booked.text("/manageUrl");
        return "/api/manage/" + url.substring(url.lastIndexOf('/') + 1);
    }
}
