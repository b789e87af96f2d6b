package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeService
class ConflictIT {

    private final Town town;
    private final BookingApi api;
    private final LocalDate day;

    ConflictIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
        this.day = town.inTwoWeeks();
    }

    @Test
    void tellsTheReasonAndWhatCanBeDone() {
        TherapistInTown june = town.settle(bookedInstantly());
        String away = book(june, day, "14:00");
        String holiday = book(june, day.plusDays(1), "10:00");
        String lapsed = book(june, day.plusDays(3), "10:00");
        book(june, day.plusDays(2), "10:00");

        change(june, """
                "timeOff": [{"id": "%4$s", "from": "%1$sT13:00", "to": "%1$sT15:00", "repeats": "NEVER"}],
                "holidays": {"federal": false, "dates": ["%2$s"]},
                "licence": {"number": "1", "state": "MO", "expires": "%3$s"}
                """.formatted(day, day.plusDays(1), day.plusDays(2), Town.id()));

        Answer found = conflicts(june, "");
        assertThat(ids(found)).containsExactly(away, holiday, lapsed);
        assertThat(found.body().at("/items/0/reasons").toString()).isEqualTo("[\"TIME_OFF\"]");
        assertThat(found.body().at("/items/1/reasons").toString()).isEqualTo("[\"HOLIDAY\"]");
        assertThat(found.body().at("/items/2/reasons").toString()).isEqualTo("[\"LICENCE\"]");
        assertThat(found.body().at("/items/0/actions").findValuesAsString("name"))
                .containsExactly("propose", "reschedule", "cancel");
        assertThat(found.text("/items/0/actions/2/href")).isEqualTo("/api/appointments/" + away + "/cancel");
    }

    @Test
    void endsWithWhatIsDoneAboutIt() {
        TherapistInTown june = town.settle(bookedInstantly());
        String late = book(june, day, "14:00");
        book(june, day, "09:00");
        town.publish(june.closingAt("12:00", 2));
        town.awaitKnown("listings", june.id(), 2);
        assertThat(ids(conflicts(june, ""))).containsExactly(late);
        assertThat(conflicts(june, "").text("/items/0/reasons/0")).isEqualTo("OUTSIDE_HOURS");

        api.post(
                "/api/appointments/" + late + "/reschedule",
                "{\"start\": \"%s\", \"reason\": \"Closing early.\"}".formatted(startAt(day, "10:30")),
                token(june));

        assertThat(ids(conflicts(june, ""))).isEmpty();
    }

    @Test
    void goesOnWhereThePartBeforeEnded() {
        TherapistInTown june = town.settle(answeringRequests());
        TherapistInTown may = town.settle(june.colleague());
        String first = book(june, day, "14:00");
        String second = book(may, day, "15:00");
        for (TherapistInTown each : List.of(june, may)) {
            town.publish(each.withdrawn(2));
            town.awaitKnown("listings", each.id(), 2);
        }
        String manager = TestTokens.manager("boss", june.practiceId());
        String range = "/api/conflicts?from=%s&to=%s&size=1".formatted(day, day);

        Answer part = api.get(range, manager);
        Answer rest = api.get(range + "&after=" + part.text("/next"), manager);

        assertThat(ids(part)).containsExactly(first);
        assertThat(part.text("/items/0/reasons/0")).isEqualTo("NOT_PUBLISHED");
        assertThat(part.body().at("/items/0/actions").findValuesAsString("name"))
                .containsExactly("propose", "decline");
        assertThat(ids(rest)).containsExactly(second);
        assertThat(rest.body().has("next")).isFalse();
        assertThat(ids(api.get(range + "&therapistId=" + may.id(), manager))).containsExactly(second);
    }

    @Test
    void isForTheirOwnStaffOnly() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());

        assertThat(api.get("/api/conflicts?therapistId=" + june.id(), token(may))
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/conflicts").status()).isEqualTo(401);
        assertThat(api.get("/api/conflicts?therapistId=june", token(june)).wrongFields())
                .containsExactly("/therapistId");
        assertThat(api.get("/api/conflicts?from=soon", token(june)).wrongFields())
                .containsExactly("/from");
    }

    private void change(TherapistInTown therapist, String more) {
        String json = therapist.closingAt("17:00", 2).json().replaceFirst("\"schedule\":", more + ", \"schedule\":");
        town.publish("therapists", "org.bodywork.therapist.changed.v1", therapist.id(), 2, json);
        town.awaitKnown("listings", therapist.id(), 2);
    }

    private String book(TherapistInTown therapist, LocalDate date, String time) {
        Answer booked = api.book(aBooking(therapist, startAt(date, time)));
        assertThat(booked.status()).isEqualTo(201);
        return booked.text("/id");
    }

    private Answer conflicts(TherapistInTown therapist, String more) {
        return api.get("/api/conflicts?therapistId=" + therapist.id() + more, token(therapist));
    }

    private static List<String> ids(Answer list) {
        return StreamSupport.stream(list.body().at("/items").spliterator(), false)
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static String token(TherapistInTown therapist) {
        return TestTokens.therapist(Town.id(), therapist.id());
    }
}
