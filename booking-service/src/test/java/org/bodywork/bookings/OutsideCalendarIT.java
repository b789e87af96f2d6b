package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.bodywork.bookings.outside.StandInCalendars;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.http.HttpMethod;

@WholeService
class OutsideCalendarIT {

    private static final String PATH = "/api/outside-calendars";

    private final Town town;
    private final BookingApi api;
    private final StandInCalendars servers;
    private final BusinessClock clock;
    private final ReactiveMongoTemplate mongo;
    private final String url = "https://calendar.example/private-" + UUID.randomUUID() + ".ics";

    OutsideCalendarIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired StandInCalendars servers,
            @Autowired BusinessClock clock,
            @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.api = new BookingApi(port);
        this.servers = servers;
        this.clock = clock;
        this.mongo = mongo;
    }

    @Test
    void makesNoOpeningsOfTimesThatAreBusyElsewhere() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        assertThat(api.startsOn(june, date)).contains(startAt(date, "10:00"));

        set(june, busy(date, "T103000", "T110000"));
        List<String> starts = awaitStarts(june, date, list -> !list.contains(startAt(date, "10:00")));
        Answer refused = api.book(aBooking(june, startAt(date, "10:00")));
        Answer why = api.get(
                "/api/openings/explain?therapistId=%s&treatmentId=%s&at=%s"
                        .formatted(june.id(), june.treatmentId(), startAt(date, "10:00")),
                tokenOf(june));

        assertThat(starts)
                .contains(startAt(date, "09:00"), startAt(date, "11:00"))
                .doesNotContain(startAt(date, "09:30"), startAt(date, "10:30"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-an-opening");
        assertThat(why.text("/hindrances/0")).isEqualTo("OUTSIDE_CALENDAR");
    }

    @Test
    void leavesVisitsThatStandThereAndListsThemAsConflicts() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        String visit = api.book(aBooking(june, startAt(date, "10:00"))).text("/id");

        set(june, busy(date, "T103000", "T110000"));
        Answer conflicts = Await.until(
                "the conflict is listed",
                () -> api.get("/api/conflicts", tokenOf(june)),
                answer -> !answer.body().at("/items").isEmpty());

        assertThat(conflicts.body().toString()).contains(visit, "OUTSIDE_CALENDAR");
        assertThat(api.get("/api/appointments/" + visit, tokenOf(june)).text("/status"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void goesOnByTheLastGoodCopyWhileNothingCanBeFetchedAndGivesItUpAfterAWeek() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        set(june, busy(date, "T100000", "T110000"));
        awaitStarts(june, date, list -> !list.contains(startAt(date, "10:00")));

        servers.takeDown(url);
        pass(Duration.ofMinutes(16));
        Answer stale = awaitView(june, view -> !view.text("/failure").isEmpty());
        List<String> meanwhile = api.startsOn(june, date);
        pass(Duration.ofDays(8));
        Answer givenUp = awaitView(june, view -> !view.body().at("/counting").asBoolean());

        assertThat(stale.text("/failure")).isEqualTo("UNREACHABLE");
        assertThat(stale.text("/fetchedAt")).isNotEmpty();
        assertThat(stale.text("/countsUntil")).isNotEmpty();
        assertThat(stale.body().at("/counting").asBoolean()).isTrue();
        assertThat(meanwhile).isNotEmpty().doesNotContain(startAt(date, "10:00"));
        assertThat(givenUp.text("/failure")).isEqualTo("UNREACHABLE");
        awaitStarts(june, date, list -> list.contains(startAt(date, "10:00")));
    }

    @Test
    void givesTheTimesBackWhenItIsForgotten() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        set(june, busy(date, "T100000", "T110000"));
        awaitStarts(june, date, list -> !list.contains(startAt(date, "10:00")));

        Answer removed = api.call(
                HttpMethod.DELETE, PATH + "/" + june.id(), null, Map.of("Authorization", "Bearer " + tokenOf(june)));

        assertThat(removed.status()).isEqualTo(204);
        awaitStarts(june, date, list -> list.contains(startAt(date, "10:00")));
        assertThat(api.get(PATH + "/" + june.id(), tokenOf(june)).status()).isEqualTo(404);
    }

    @Test
    void keepsItsAddressToItself() {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer made = set(june, busy(town.inTwoWeeks(), "T100000", "T110000"));
        Answer shown = api.get(PATH + "/" + june.id(), TestTokens.manager("boss", june.practiceId()));
        Document stored = mongo.findById(june.id(), Document.class, "outsideCalendars")
                .blockOptional(Duration.ofSeconds(10))
                .orElseThrow();

        assertThat(made.headers().getLocation()).hasToString(PATH + "/" + june.id());
        assertThat(shown.text("/host")).isEqualTo("calendar.example");
        assertThat(made.body() + " " + shown.body() + " " + stored.toJson()).doesNotContain("private-");
    }

    @Test
    void isNobodyElsesToSetOrSee() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown other = town.settle(bookedInstantly());

        assertThat(api.post(PATH, body(june, url), tokenOf(other)).status()).isEqualTo(404);
        assertThat(api.post(PATH, body(june, url), TestTokens.manager("boss", other.practiceId()))
                        .status())
                .isEqualTo(404);
        assertThat(api.get(PATH + "/" + june.id()).status()).isEqualTo(401);
        assertThat(api.get(PATH + "/nobody", tokenOf(june)).status()).isEqualTo(404);
    }

    @Test
    void takesOnlyAddressesWithTls() {
        TherapistInTown june = town.settle(bookedInstantly());

        for (String wrong : List.of(
                "http://calendar.example/me.ics",
                "ftp://calendar.example/me.ics",
                "file:///etc/passwd",
                "https:///me.ics",
                "https://user:word@calendar.example/me.ics",
                "https://calendar.example/me.ics#part",
                "not an address",
                "")) {
            Answer refused = api.post(PATH, body(june, wrong), tokenOf(june));

            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.wrongFields()).as(wrong).containsExactly("/url");
        }
        assertThat(api.post(PATH, body(june, "webcal://calendar.example/me.ics"), tokenOf(june))
                        .status())
                .isEqualTo(201);
    }

    private Answer set(TherapistInTown therapist, String calendar) {
        servers.serve(url, calendar);
        Answer made = api.post(PATH, body(therapist, url), tokenOf(therapist));
        assertThat(made.status()).isEqualTo(201);
        return made;
    }

    private List<String> awaitStarts(TherapistInTown therapist, LocalDate date, Predicate<List<String>> so) {
        return Await.until("openings follow", () -> api.startsOn(therapist, date), so);
    }

    private Answer awaitView(TherapistInTown therapist, Predicate<Answer> so) {
        return Await.until("it was tried again", () -> api.get(PATH + "/" + therapist.id(), tokenOf(therapist)), so);
    }

    private void pass(Duration time) {
        clock.moveTo(clock.offset().plus(time));
    }

    private static String busy(LocalDate date, String from, String until) {
        String day = date.toString().replace("-", "");
        return """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:dentist
                DTSTART;TZID=America/Chicago:%s%s
                DTEND;TZID=America/Chicago:%s%s
                SUMMARY:Dentist
                END:VEVENT
                END:VCALENDAR
                """.formatted(day, from, day, until);
    }

    private static String body(TherapistInTown therapist, String address) {
        return "{\"therapistId\": \"%s\", \"url\": \"%s\"}".formatted(therapist.id(), address);
    }

    private static String tokenOf(TherapistInTown therapist) {
        return TestTokens.therapist(therapist.id(), therapist.id());
    }
}
