package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class BookingIT {

    private final Town town;
    private final BookingApi api;

    BookingIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @Test
    void aGuestBooksWithoutAnAccount() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();

        Answer booked = api.book(aBooking(june, startAt(date, "10:00")));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.headers().getLocation()).hasToString("/api/appointments/" + booked.text("/id"));
        assertThat(booked.text("/status")).isEqualTo("CONFIRMED");
        assertThat(booked.text("/start")).isEqualTo(startAt(date, "10:00"));
        assertThat(booked.text("/end")).isEqualTo(startAt(date, "11:00"));
        assertThat(booked.text("/zone")).isEqualTo("America/Chicago");
        assertThat(booked.text("/location/id")).isEqualTo(june.locationId());
        assertThat(booked.text("/location/name")).isEqualTo("Brickyard, Maplewood");
        assertThat(booked.text("/location/address/street")).isEqualTo("1 Kiln Lane");
        assertThat(booked.text("/therapist/id")).isEqualTo(june.id());
        assertThat(booked.text("/therapist/name")).isEqualTo("June Abernathy");
        assertThat(booked.text("/treatment/id")).isEqualTo(june.treatmentId());
        assertThat(booked.text("/treatment/price/amount")).isEqualTo("95.00");
        assertThat(booked.text("/treatment/minutes")).isEqualTo("60");
        assertThat(booked.text("/manageUrl")).startsWith("http://localhost:8080/manage/");
        assertThat(booked.text("/version")).isEqualTo("1");
    }

    @Test
    void asksTheTherapistWhoAnswersRequests() {
        TherapistInTown june = town.settle(answeringRequests());

        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.text("/status")).isEqualTo("REQUESTED");
    }

    @Test
    void publishesWhatItAnswered() {
        TherapistInTown june = town.settle(answeringRequests());
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));

            SeenEvent event =
                    probe.await("appointments", seen -> seen.text("/id").equals(booked.text("/id")));

            EventContract.of("org.bodywork.appointment.requested.v1").assertFits(event.value());
            assertThat(event.type()).isEqualTo("org.bodywork.appointment.requested.v1");
            assertThat(event.key()).isEqualTo(booked.text("/id"));
            assertThat(event.text("/therapistId")).isEqualTo(june.id());
        }
    }

    @Test
    void aTakenTimeIsAnsweredWithOthersAndNeverWithAnError() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(town.inTwoWeeks(), "10:00");
        api.book(aBooking(june, start));

        Answer refused = api.book(aBooking(june, start));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("slot-taken");
        assertThat(alternatives(refused)).hasSize(5).doesNotContain(start).isSorted();
        assertThat(refused.text("/alternatives/0/therapistId")).isEqualTo(june.id());
        assertThat(refused.text("/alternatives/0/treatmentId")).isEqualTo(june.treatmentId());
    }

    @Test
    void booksAnAlternativeItOffered() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(town.inTwoWeeks(), "10:00");
        api.book(aBooking(june, start));
        Answer refused = api.book(aBooking(june, start));

        Answer booked = api.book(aBooking(june, alternatives(refused).getFirst()));

        assertThat(booked.status()).isEqualTo(201);
    }

    @Test
    void refusesAStartOffTheGrid() {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer refused = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:10")));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-an-opening");
        assertThat(alternatives(refused)).hasSize(5);
    }

    @Test
    void neitherShowsNorBooksTimeOff() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        town.publish("therapists", "org.bodywork.therapist.changed.v1", june.id(), 2, awayInTheMorning(june, date));
        town.awaitKnown("listings", june.id(), 2);

        Answer refused = api.book(aBooking(june, startAt(date, "10:00")));

        assertThat(refused.problem()).isEqualTo("not-an-opening");
        assertThat(api.startsOn(june, date)).first().isEqualTo(startAt(date, "12:00"));
        assertThat(api.book(aBooking(june, startAt(date, "12:00"))).status()).isEqualTo(201);
    }

    private static String awayInTheMorning(TherapistInTown therapist, LocalDate date) {
        String timeOff = """
                "timeOff": [{"id": "%s", "from": "%sT00:00", "to": "%sT12:00", "repeats": "NEVER"}], "schedule":""".formatted(therapist.id(), date, date);
        return therapist.closingAt("17:00", 2).json().replace("\"schedule\":", timeOff);
    }

    @Test
    void refusesAStartBeyondTheHorizonAndOffersTheLastDays() {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer refused = api.book(aBooking(june, startAt(town.inTwoWeeks().plusYears(3), "10:00")));

        assertThat(refused.problem()).isEqualTo("not-an-opening");
        assertThat(alternatives(refused)).hasSize(5);
    }

    @Test
    void refusesATherapistWhoHasWithdrawn() {
        TherapistInTown june = town.settle(bookedInstantly());
        town.settle(june.withdrawn(2));

        Answer refused = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));

        assertThat(refused.problem()).isEqualTo("not-an-opening");
        assertThat(alternatives(refused)).isEmpty();
    }

    @Test
    void theVisitsOfATherapistWhoHasLeftStay() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
        town.settle(june.withdrawn(2));

        Answer seen = api.get("/api/appointments/" + booked.text("/id"), TestTokens.manager("boss", june.practiceId()));

        assertThat(seen.text("/status")).isEqualTo("CONFIRMED");
        assertThat(seen.text("/start")).isEqualTo(booked.text("/start"));
        String link = "/api" + URI.create(booked.text("/manageUrl")).getPath();
        assertThat(api.get(link).text("/therapist/name")).isEqualTo("June Abernathy");
        assertThat(api.post(link + "/cancel", null).status()).isEqualTo(200);
    }

    /** Also when the client is in another zone: nobody comes by the clock at home. */
    @Test
    void aVisitIsToldInTheZoneOfItsPlaceEverywhere() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(town.inTwoWeeks(), "10:00");
        ObjectNode booking = aBooking(june, start);
        booking.withObject("/client").put("zone", "Europe/Berlin");
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer booked = api.book(booking);
            String link = URI.create(booked.text("/manageUrl")).getPath();
            SeenEvent event =
                    probe.await("appointments", seen -> seen.text("/id").equals(booked.text("/id")));

            assertThat(booked.text("/start")).isEqualTo(start);
            assertThat(api.get("/api" + link).text("/start")).isEqualTo(start);
            assertThat(List.of(booked.text("/zone"), api.get("/api" + link).text("/zone"), event.text("/zone")))
                    .containsOnly("America/Chicago");
            assertThat(api.get(link + "/visit.ics").body().asString())
                    .contains("DTSTART;TZID=America/Chicago:"
                            + start.substring(0, 16).replaceAll("[-:]", "") + "00");
        }
    }

    @Test
    void neverPutsAClientInTwoPlaces() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        ObjectNode withJune = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));
        api.book(withJune);
        ObjectNode withMay = aBooking(may, startAt(town.inTwoWeeks(), "10:30"));
        withMay.set("client", withJune.get("client"));

        Answer refused = api.book(withMay);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("slot-taken");
    }

    @Test
    void givesEachColleagueAnotherRoomUntilNoneIsLeft() {
        TherapistInTown june = town.settle(bookedInstantly().needingOneOf("Elm", "Oak"));
        TherapistInTown may = town.settle(june.colleague());
        TherapistInTown ivy = town.settle(june.colleague());
        String start = startAt(town.inTwoWeeks(), "10:00");

        assertThat(api.book(aBooking(june, start)).status()).isEqualTo(201);
        assertThat(api.book(aBooking(may, start)).status()).isEqualTo(201);
        assertThat(api.book(aBooking(ivy, start)).problem()).isEqualTo("slot-taken");
    }

    private static List<String> alternatives(Answer refused) {
        return StreamSupport.stream(refused.body().at("/alternatives").spliterator(), false)
                .map(alternative -> alternative.at("/start").asString())
                .toList();
    }
}
