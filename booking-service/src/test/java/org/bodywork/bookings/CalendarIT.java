package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class CalendarIT {

    private static final String FEED = "/api/calendar-feed";

    private final Town town;
    private final BookingApi api;

    CalendarIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @Test
    void showsATherapistsVisitsToTheirCalendarProgram() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june);

        List<String> lines = linesOf(api.get(feedOf(june)));

        assertThat(lines)
                .contains(
                        "BEGIN:VTIMEZONE",
                        "UID:" + booked.text("/id") + "@bodywork",
                        "DTSTART;TZID=America/Chicago:"
                                + town.inTwoWeeks().toString().replace("-", "") + "T100000",
                        "STATUS:CONFIRMED",
                        "SUMMARY:Visit",
                        "LOCATION:Brickyard\\, Maplewood\\, 1 Kiln Lane\\, Maplewood\\, MO 63143");
    }

    @Test
    void tellsNobodyWhoComesAndWhatFor() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));
        booking.put("note", "My fibromyalgia is worse.");
        String link = api.book(booking).text("/manageUrl");

        String feed = api.get(feedOf(june)).text("");
        String own = api.get(URI.create(link).getPath() + "/visit.ics").text("");

        assertThat(feed + own)
                .doesNotContain("Ada")
                .doesNotContainIgnoringCase("lovelace")
                .doesNotContain("example.org")
                .doesNotContain("5550123")
                .doesNotContainIgnoringCase("swedish")
                .doesNotContain("fibromyalgia");
    }

    @Test
    void saysSoWhenAVisitIsOnlyAskedForOrOff() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = book(june).text("/id");
        String feed = feedOf(june);

        List<String> asked = linesOf(api.get(feed));
        api.post("/api/appointments/" + id + "/decline", "{\"reason\": \"ill\"}", tokenOf(june));
        List<String> declined = linesOf(api.get(feed));

        assertThat(asked).contains("STATUS:TENTATIVE", "SEQUENCE:1", "SUMMARY:Visit\\, not confirmed yet");
        assertThat(declined).contains("UID:" + id + "@bodywork", "STATUS:CANCELLED", "SEQUENCE:2");
    }

    @Test
    void showsTimeThatIsKeptFreeAndNotWhy() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer blocked = api.post(
                "/api/blocks",
                "{\"therapistId\": \"%s\", \"start\": \"%s\", \"end\": \"%s\", \"reason\": \"dentist\"}"
                        .formatted(june.id(), startAt(town.inTwoWeeks(), "12:00"), startAt(town.inTwoWeeks(), "13:00")),
                tokenOf(june));

        List<String> lines = linesOf(api.get(feedOf(june)));

        assertThat(blocked.status()).isEqualTo(201);
        assertThat(lines)
                .contains("UID:" + blocked.text("/id") + "@bodywork", "SUMMARY:Kept free")
                .noneMatch(line -> line.contains("dentist"));
    }

    @Test
    void answersWithoutABodyWhileNothingHasChanged() {
        TherapistInTown june = town.settle(bookedInstantly());
        String feed = feedOf(june);
        Answer first = api.get(feed);
        Map<String, String> seen =
                Map.of("If-None-Match", String.valueOf(first.headers().getETag()));

        Answer same = api.call(HttpMethod.GET, feed, null, seen);
        book(june);
        Answer changed = api.call(HttpMethod.GET, feed, null, seen);

        assertThat(first.headers().getFirst("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(same.status()).isEqualTo(304);
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void opensNothingByAnAddressThatWasRenewedOrTakenBack() {
        TherapistInTown june = town.settle(bookedInstantly());
        String first = feedOf(june);
        String second = feedOf(june);

        int withTheOld = api.get(first).status();
        int withTheNew = api.get(second).status();
        int taking =
                api.call(HttpMethod.DELETE, FEED, null, bearer(tokenOf(june))).status();

        assertThat(withTheOld).isEqualTo(404);
        assertThat(withTheNew).isEqualTo(200);
        assertThat(taking).isEqualTo(204);
        assertThat(api.get(second).status()).isEqualTo(404);
        assertThat(api.get(FEED, tokenOf(june)).status()).isEqualTo(404);
        assertThat(feedOf(june)).isNotIn(first, second);
    }

    @Test
    void givesItsAddressToNobodyButTheTherapist() {
        TherapistInTown june = town.settle(bookedInstantly());
        String feed = feedOf(june);

        assertThat(URI.create(api.get(FEED, tokenOf(june)).text("/url")).getPath())
                .isEqualTo(feed);
        assertThat(api.get(FEED).status()).isEqualTo(401);
        assertThat(api.get(FEED, TestTokens.manager("boss", june.practiceId())).status())
                .isEqualTo(403);
        assertThat(api.get("/calendars/guessed.ics").status()).isEqualTo(404);
    }

    @Test
    void letsAClientTakeTheVisitIntoTheirOwnCalendar() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june);
        String file = URI.create(booked.text("/manageUrl")).getPath() + "/visit.ics";

        Answer answer = api.get(file);

        assertThat(answer.headers().getFirst("Content-Disposition")).contains("visit.ics");
        assertThat(linesOf(answer))
                .contains(
                        "UID:" + booked.text("/id") + "@bodywork",
                        "SUMMARY:Visit at Brickyard\\, Maplewood",
                        "STATUS:CONFIRMED");
        assertThat(api.get("/manage/guessed/visit.ics").status()).isEqualTo(404);
    }

    private Answer book(TherapistInTown june) {
        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
        assertThat(booked.status()).isEqualTo(201);
        return booked;
    }

    private String feedOf(TherapistInTown therapist) {
        Answer made = api.post(FEED, null, tokenOf(therapist));
        assertThat(made.status()).isEqualTo(201);
        return URI.create(made.text("/url")).getPath();
    }

    private static String tokenOf(TherapistInTown therapist) {
        return TestTokens.therapist(therapist.id(), therapist.id());
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static List<String> linesOf(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return List.of(answer.text("").replace("\r\n ", "").split("\r\n"));
    }
}
