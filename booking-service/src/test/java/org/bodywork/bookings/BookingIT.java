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
class BookingIT {

    private final Town town;
    private final BookingApi api;

    BookingIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @Test
    void answersWithEverythingAClientNeedsToKnow() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();

        Answer booked = api.book(aBooking(june, startAt(date, "10:00")));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.headers().getLocation()).hasToString("/api/appointments/" + booked.text("/id"));
        assertThat(booked.text("/status")).isEqualTo("CONFIRMED");
        assertThat(booked.text("/start")).isEqualTo(startAt(date, "10:00"));
        assertThat(booked.text("/end")).isEqualTo(startAt(date, "11:00"));
        assertThat(booked.text("/zone")).isEqualTo("America/Chicago");
        assertThat(booked.text("/location/name")).isEqualTo("Brickyard, Maplewood");
        assertThat(booked.text("/location/address/street")).isEqualTo("1 Kiln Lane");
        assertThat(booked.text("/therapist/name")).isEqualTo("June Abernathy");
        assertThat(booked.text("/treatment/price/amount")).isEqualTo("95.00");
        assertThat(booked.text("/treatment/minutes")).isEqualTo("60");
        assertThat(booked.text("/manageUrl")).startsWith("http://localhost:8080/manage/");
        assertThat(booked.text("/version")).isEqualTo("1");
    }

    @Test
    void waitsForTheTherapistWhoAnswersRequests() {
        TherapistInTown june = town.settle(answeringRequests());

        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.text("/status")).isEqualTo("REQUESTED");
    }
}
