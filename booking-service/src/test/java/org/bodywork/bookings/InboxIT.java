package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class InboxIT {

    private static final String LIST = "/console/requests";

    private final Town town;
    private final BookingApi api;

    InboxIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @Test
    void showsWhatWaitsAndNothingOfAnybodysHealth() {
        TherapistInTown june = town.settle(answeringRequests());
        book(june, "10:00", true);

        Answer list = therapist(june).open(LIST);
        String html = PageFiles.keep("inbox", list);

        assertThat(list.status()).isEqualTo(200);
        assertThat(html)
                .contains("Ada Lovelace", "10:00 AM Central Time", "Swedish massage, 60 minutes", "h 59 min left")
                .contains("Read the answers before you decide")
                .doesNotContain("fever", "canary", "@example.org", "555");
        assertThat(list.headers().getCacheControl()).contains("no-store");
        assertThat(list.headers().getFirst("Content-Security-Policy"))
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void saysWhatToExpectWhereNothingWaits() {
        TherapistInTown june = town.settle(answeringRequests());

        assertThat(PageFiles.keep("inbox-empty", therapist(june).open(LIST + "?lang=es")))
                .contains("Nadie espera respuesta");
    }

    @Test
    void opensTheAnswersToTheTreatingTherapistAndNotesEachReading() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = book(june, "10:00", true);
        Console own = therapist(june);
        Console manager = manager(june);

        String opened = PageFiles.keep("inbox-open", own.open(LIST + "/" + id));
        String forManager = PageFiles.keep("inbox-open-manager", manager.open(LIST + "/" + id));

        assertThat(opened)
                .contains("Fever or an infection", "Neck", "6 / 10", "a canary in the left knee", "For weeks");
        assertThat(forManager).contains("Only the treating therapist reads it").doesNotContain("Fever", "canary");
        assertThat(readings(id, june)).hasSize(1);
        own.open(LIST + "/" + id + "/stand");
        own.open(LIST);
        assertThat(readings(id, june)).hasSize(1);
    }

    @Test
    void acceptsByOneTap() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = book(june, "10:00", false);
        Console own = therapist(june);

        Answer accepted = own.send(LIST, LIST + "/" + id + "/accept", Map.of());

        assertThat(accepted.status()).isEqualTo(303);
        assertThat(accepted.headers().getFirst("Location")).isEqualTo(LIST + "/" + id + "?lang=en");
        assertThat(statusOf(id, june)).isEqualTo("CONFIRMED");
        assertThat(own.open(LIST + "/" + id).body().asString()).contains("You have accepted it");
        assertThat(own.open(LIST).body().asString()).contains("Nothing waits for an answer");
    }

    @Test
    void tellsWhoeverComesSecondWhatTheFirstOneSaid() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = book(june, "10:00", false);
        Console own = therapist(june);
        Console manager = manager(june);
        String token = Console.tokenOn(own.open(LIST));
        manager.send(LIST, LIST + "/" + id + "/accept", Map.of());

        Answer declined =
                own.sendAsIs(LIST + "/" + id + "/decline", Map.of("reason", "a full week", "formToken", token));

        assertThat(declined.status()).isEqualTo(303);
        assertThat(statusOf(id, june)).isEqualTo("CONFIRMED");
        assertThat(PageFiles.keep("inbox-answered", own.open(LIST + "/" + id)))
                .contains("Somebody else of your practice has accepted it already")
                .doesNotContain("/decline");
        assertThat(own.open(LIST + "/" + id + "/stand").body().asString())
                .contains("Somebody else of your practice has accepted it already");
    }

    @Test
    void saysWhoItWasWhereThatIsKnown() {
        TherapistInTown june = town.settle(answeringRequests());
        String boss = Town.id();
        String own = Town.id();
        account(boss, "manager", "practiceId", june.practiceId());
        account(own, "therapist", "therapistId", june.id());
        String first = book(june, "10:00", false);
        String second = book(june, "14:00", false);
        Console manager = Console.of(TestTokens.manager(boss, june.practiceId()), api);
        Console therapist = Console.of(TestTokens.therapist(own, june.id()), api);

        manager.send(LIST, LIST + "/" + first + "/accept", Map.of());
        therapist.send(LIST, LIST + "/" + second + "/decline", Map.of("reason", "a full week"));

        assertThat(therapist.open(LIST + "/" + first).body().asString())
                .contains("accepted it already", "It was somebody who leads the practice.");
        assertThat(therapist.open(LIST + "/" + first + "/stand?lang=es").body().asString())
                .contains("Fue alguien que dirige la consulta.");
        assertThat(manager.open(LIST + "/" + second).body().asString())
                .contains("declined it already", "It was June Abernathy.");
        assertThat(therapist.open(LIST + "/" + second).body().asString())
                .contains("You have declined it")
                .doesNotContain("It was");
    }

    private void account(String id, String role, String claim, String value) {
        town.publish(
                "staff",
                "org.bodywork.staff.changed.v1",
                id,
                1,
                "{\"id\": \"%s\", \"sequence\": 1, \"roles\": [\"%s\"], \"%s\": \"%s\", \"locale\": \"en\", \"sealed\": \"AAAA\"}"
                        .formatted(id, role, claim, value));
        town.awaitKnown("staff", id, 1);
    }

    @Test
    void declinesWithAReasonAndKeepsWhatWasTypedWhereItIsNone() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = book(june, "10:00", false);
        Console own = therapist(june);

        Answer none = own.send(LIST, LIST + "/" + id + "/decline", Map.of("reason", " "));
        Answer lines = own.send(LIST, LIST + "/" + id + "/decline", Map.of("reason", "two\nlines <b>"));
        assertThat(none.status()).isEqualTo(400);
        assertThat(PageFiles.keep("inbox-no-reason", lines))
                .contains("Please write one line", "aria-invalid=\"true\"", "two\nlines &lt;b&gt;");
        assertThat(statusOf(id, june)).isEqualTo("REQUESTED");

        own.send(LIST, LIST + "/" + id + "/decline", Map.of("reason", "A full week 🌿"));
        assertThat(statusOf(id, june)).isEqualTo("DECLINED");
    }

    @Test
    void proposesAnOfferedTimeByOneTapAndATypedOne() {
        TherapistInTown june = town.settle(answeringRequests());
        String first = book(june, "10:00", false);
        String second = book(june, "14:00", false);
        Console own = therapist(june);
        String offered = startAt(town.inTwoWeeks(), "11:30");
        assertThat(own.open(LIST + "/" + first).body().asString()).contains("value=\"" + offered + "\"");

        own.send(LIST, LIST + "/" + first + "/propose", Map.of("start", offered));
        own.send(
                LIST,
                LIST + "/" + second + "/propose",
                Map.of("date", town.inTwoWeeks().plusDays(1).toString(), "time", "09:00"));

        assertThat(visit(first, june).text("/start")).isEqualTo(offered);
        assertThat(visit(first, june).text("/status")).isEqualTo("PROPOSED");
        assertThat(visit(second, june).text("/start"))
                .isEqualTo(startAt(town.inTwoWeeks().plusDays(1), "09:00"));
    }

    @Test
    void offersOthersWhereAProposedTimeCannotBeHad() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = book(june, "10:00", false);
        book(june, "14:00", false);
        Console own = therapist(june);
        String path = LIST + "/" + id + "/propose";
        String date = town.inTwoWeeks().toString();

        Answer taken = own.send(LIST, path, Map.of("date", date, "time", "14:00"));
        Answer closed = own.send(LIST, path, Map.of("date", date, "time", "22:00"));
        Answer nonsense = own.send(LIST, path, Map.of("date", "2026-02-30", "time", "x"));
        Answer past = own.send(LIST, path, Map.of("date", "2020-01-02", "time", "10:00"));

        assertThat(taken.status()).isEqualTo(409);
        assertThat(PageFiles.keep("inbox-taken", taken))
                .contains("Somebody has taken this time", "value=\"14:00\"", startAt(town.inTwoWeeks(), "11:30"));
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.body().asString()).contains("does not fit your hours");
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(past.status()).isEqualTo(400);
        assertThat(past.body().asString()).contains("This time has passed");
        assertThat(statusOf(id, june)).isEqualTo("REQUESTED");
    }

    @Test
    void answersAWishToMove() {
        TherapistInTown june = town.settle(answeringRequests());
        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
        String id = booked.text("/id");
        Console own = therapist(june);
        own.send(LIST, LIST + "/" + id + "/accept", Map.of());
        String secret = booked.text("/manageUrl").replaceAll(".*/manage/", "");
        api.post(
                "/api/manage/" + secret + "/reschedule",
                "{\"start\": \"%s\"}".formatted(startAt(town.inTwoWeeks(), "15:00")));

        assertThat(PageFiles.keep("inbox-move", own.open(LIST + "/" + id)))
                .contains("Asked for instead", "3:00 PM Central Time");
        own.send(LIST, LIST + "/" + id + "/accept", Map.of());

        assertThat(visit(id, june).text("/start")).isEqualTo(startAt(town.inTwoWeeks(), "15:00"));
        assertThat(own.open(LIST + "/" + id).body().asString()).contains("You have accepted the new time");
    }

    @Test
    void hasNothingForAnotherPractice() {
        TherapistInTown june = town.settle(answeringRequests());
        TherapistInTown may = town.settle(answeringRequests());
        String id = book(june, "10:00", false);
        String theirs = book(may, "10:00", false);
        Console stranger = manager(may);
        String token = Console.tokenOn(stranger.open(LIST));

        assertThat(stranger.open(LIST).body().asString()).contains(theirs).doesNotContain(id);
        assertThat(stranger.open(LIST + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.open(LIST + "/" + id + "/stand").status()).isEqualTo(404);
        for (String action : List.of("accept", "decline", "propose")) {
            Answer refused = stranger.sendAsIs(
                    LIST + "/" + id + "/" + action,
                    Map.of("reason", "mine", "start", startAt(town.inTwoWeeks(), "11:30"), "formToken", token));
            assertThat(refused.status()).as(action).isEqualTo(404);
            assertThat(refused.body().asString()).contains("There is nothing here");
        }
        assertThat(statusOf(id, june)).isEqualTo("REQUESTED");
        assertThat(visit(id, june).text("/version")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "of-another-session"})
    void takesNoFormThatWasNotDrawnForThisSession(String token) {
        TherapistInTown june = town.settle(answeringRequests());
        String id = book(june, "10:00", false);
        String shown = token.equals("of-another-session")
                ? Console.tokenOn(manager(june).open(LIST))
                : token;

        Answer refused = therapist(june).sendAsIs(LIST + "/" + id + "/accept", Map.of("formToken", shown));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(PageFiles.keep("console-form", refused))
                .contains("This form cannot be used any more", LIST + "/" + id);
        assertThat(statusOf(id, june)).isEqualTo("REQUESTED");
    }

    @Test
    void takesNoFormThatAnotherSiteSends() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = book(june, "10:00", false);
        Console own = therapist(june);
        Map<String, String> forged =
                Map.of("Cookie", own.headers().get("Cookie"), "Origin", "https://elsewhere.example");

        Answer refused =
                api.form(LIST + "/" + id + "/accept", Map.of("formToken", Console.tokenOn(own.open(LIST))), forged);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(statusOf(id, june)).isEqualTo("REQUESTED");
    }

    @Test
    void saysThatNothingWasSavedWhereTheSessionHasEnded() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = book(june, "10:00", false);

        Answer ended =
                api.form(LIST + "/" + id + "/decline", Map.of("reason", "x"), Map.of("Cookie", "bodywork-staff=over"));

        assertThat(ended.status()).isEqualTo(401);
        assertThat(PageFiles.keep("console-ended", ended))
                .contains("Nothing was saved", "/console/sign-in?next=%2Fconsole%2Frequests%2F" + id);
        assertThat(statusOf(id, june)).isEqualTo("REQUESTED");
    }

    @Test
    void changesNothingForWhoeverOnlyFollowsLinks() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = book(june, "10:00", false);
        Console own = therapist(june);

        for (String path : List.of("", "/accept", "/decline", "/propose")) {
            for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
                Answer answer = api.call(method, LIST + "/" + id + path, null, own.headers());
                assertThat(answer.status()).as(method + path).isIn(200, 405);
            }
        }

        assertThat(visit(id, june).text("/version")).isEqualTo("1");
    }

    @Test
    void hasAPageForWhatIsNoRequest() {
        Console own = therapist(town.settle(answeringRequests()));

        for (String path : List.of("/no-id", "/" + Town.id(), "/x/y")) {
            Answer page = own.open(LIST + path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.body().asString()).contains("There is nothing here");
        }
    }

    private String book(TherapistInTown therapist, String time, boolean redFlag) {
        ObjectNode booking = aBooking(therapist, startAt(town.inTwoWeeks(), time));
        if (redFlag) {
            booking.set("intake", JsonMapper.shared().readTree("""
                    {"version": "2026-1", "whereItHurts": ["neck"], "painLevel": 6, "since": "weeks",
                     "better": "a canary in the left knee", "pregnancy": "no", "pressure": "light",
                     "warningSigns": ["fever-or-infection"], "consent": true}
                    """));
        }
        return api.book(booking).text("/id");
    }

    private List<String> readings(String id, TherapistInTown therapist) {
        Answer audit =
                api.get("/api/appointments/" + id + "/audit", TestTokens.manager("boss", therapist.practiceId()));
        return StreamSupport.stream(audit.body().at("/items").spliterator(), false)
                .map(step -> step.at("/action").asString())
                .filter("INTAKE_READ"::equals)
                .toList();
    }

    private String statusOf(String id, TherapistInTown therapist) {
        return visit(id, therapist).text("/status");
    }

    private Answer visit(String id, TherapistInTown therapist) {
        return api.get("/api/appointments/" + id, TestTokens.manager("boss", therapist.practiceId()));
    }

    private Console therapist(TherapistInTown therapist) {
        return Console.of(TestTokens.therapist(therapist.id(), therapist.id()), api);
    }

    private Console manager(TherapistInTown therapist) {
        return Console.of(TestTokens.manager("boss", therapist.practiceId()), api);
    }
}
