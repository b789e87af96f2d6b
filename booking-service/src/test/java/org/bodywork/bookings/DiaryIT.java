package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;
import static org.bodywork.bookings.ToldDelivery.aDelivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class DiaryIT {

    private static final String CALENDAR = "/console/calendar";
    private static final String NEW = CALENDAR + "/new";
    private static final String BLOCK = CALENDAR + "/block";
    private static final String VISITS = "/console/visits/";

    private static final String LEDGER = """
            {"items": [
               {"id": "MESSAGE", "kind": "CONFIRMATION", "channel": "EMAIL", "recipient": "CLIENT", "address": "a…@e…",
                "state": "FAILED", "reason": "UNDELIVERED", "due": "2026-11-24T16:00:00Z", "resendable": true},
               {"id": "other", "kind": "SOMETHING_NEW", "channel": "SMS", "recipient": "CLIENT", "address": "…0123",
                "state": "SKIPPED", "reason": "OPTED_OUT", "due": "2026-11-25T00:00:00Z", "resendable": false}],
             "channels": [{"channel": "SMS", "address": "…0123", "agreed": true, "stopped": true},
               {"channel": "EMAIL", "address": "a…@e…", "agreed": true, "stopped": false}]}
            """;

    private final Town town;
    private final BookingApi api;

    DiaryIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @Test
    void showsTheDayOfThePracticeWithVisitsHoldsBlocksAndRooms() {
        TherapistInTown june = town.settle(bookedInstantly().needingOneOf("Room 1"));
        TherapistInTown may = town.settle(june.colleague());
        book(june, "10:00");
        api.post(
                "/api/holds",
                "{\"therapistId\": \"%s\", \"treatmentId\": \"%s\", \"start\": \"%s\"}"
                        .formatted(june.id(), june.treatmentId(), startAt(town.inTwoWeeks(), "13:00")));
        block(june, "15:00", "16:00", "Team meeting");

        String day = PageFiles.keep("calendar-day", manager(june).open(day()));

        assertThat(day)
                .contains("Ada Lovelace", "10:00 AM – 11:00 AM", "Room 1", "Confirmed")
                .contains("Somebody is booking this", "1:00 PM – 2:00 PM", "Team meeting", "Blocked")
                .contains("therapist=" + may.id() + "&amp;date=" + town.inTwoWeeks() + "&amp;time=10:00")
                .contains("New visit with June Abernathy");
        assertThat(therapist(may).open(day()).body().asString()).doesNotContain("Ada", "Team meeting");
    }

    @Test
    void saysInTheCalendarToWhomMailComesBackUntilTheClientIsCorrected() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        Console own = therapist(june);
        assertThat(own.open(day()).body().asString()).doesNotContain("comes back");
        town.tell(aDelivery(id, "CONFIRMATION", "EMAIL", "FAILED"));

        assertThat(PageFiles.keep("calendar-bounced", own.open(day()))).contains("Mail to the client comes back");
        assertThat(own.open(VISITS + id).body().asString()).contains("A message to this address did not arrive");
        own.send(
                VISITS + id,
                VISITS + id + "/client",
                contact("1", "Ada Lovelace", id + "@example.org", "(314) 555-0199"));
        assertThat(own.open(day()).body().asString()).doesNotContain("comes back");
        assertThat(own.open(VISITS + id).body().asString()).doesNotContain("did not arrive");
    }

    @Test
    void showsWhatWasSentHowTheClientCanBeReachedAndSendsOnceMore() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        Console own = therapist(june);
        StandInNotifications messages = StandInNotifications.get();
        messages.knows(id, LEDGER.replace("MESSAGE", "m-" + id));
        messages.answersResending("m-" + id, 202);
        String resend = VISITS + id + "/messages/m-" + id;

        String page = PageFiles.keep("visit-messages", own.open(VISITS + id));
        Answer again = own.send(VISITS + id, resend, Map.of("key", "a-key-of-sixteen-or-more"));
        Answer unknown = own.send(VISITS + id, VISITS + id + "/messages/elsewhere", Map.of());
        Answer nonsense = own.send(VISITS + id, VISITS + id + "/messages/a.b", Map.of());
        messages.answersResending("m-" + id, 409);
        Answer notWanted = own.send(VISITS + id, resend, Map.of());

        assertThat(page)
                .contains("a…@e…", "UNDELIVERED", "…0123", "OPTED_OUT")
                .contains("wants no messages any more, so none are sent", "agreed to messages")
                .contains("Send once more", resend)
                .doesNotContain("cannot be shown", "messages/other");
        assertThat(again.headers().getFirst("Location")).contains("note=resent");
        assertThat(messages.resent()).contains("m-" + id + " a-key-of-sixteen-or-more");
        assertThat(unknown.headers().getFirst("Location")).contains("note=resend_away");
        assertThat(nonsense.headers().getFirst("Location")).contains("note=not_resent");
        assertThat(notWanted.headers().getFirst("Location")).contains("note=not_resent");
        assertThat(own.open(VISITS + id + "?note=not_resent&lang=es").body().asString())
                .contains("Este mensaje no se puede repetir", "ya no quiere mensajes");
    }

    @Test
    void showsTheWeekOfOneTherapist() {
        TherapistInTown june = town.settle(bookedInstantly());
        book(june, "10:00");

        Answer week = therapist(june).open(day() + "&view=week&lang=es");

        assertThat(week.status()).isEqualTo(200);
        assertThat(PageFiles.keep("calendar-week", week)).contains("Ada Lovelace", "Semana siguiente", "lunes");
    }

    @Test
    void makesSomethingOfWhateverIsWrittenIntoItsAddress() {
        Console own = therapist(town.settle(bookedInstantly()));

        for (String query : List.of("?day=soon", "?day=9999-12-31", "?view=month", "?therapist=x&view=week", "?day=")) {
            assertThat(own.open(CALENDAR + query).status()).as(query).isEqualTo(200);
        }
    }

    @Test
    void booksForAClientOnThePhoneFromAnEmptyCell() {
        TherapistInTown june = town.settle(bookedInstantly());
        Console own = therapist(june);
        String cell = NEW + "?therapist=" + june.id() + "&date=" + town.inTwoWeeks() + "&time=11:00";
        assertThat(PageFiles.keep("new-visit", own.open(cell))).contains("value=\"11:00\"", "selected");

        Answer booked = own.send(cell, NEW, client(june, "11:00"));

        assertThat(booked.status()).isEqualTo(303);
        String visit = Objects.requireNonNull(booked.headers().getFirst("Location"));
        assertThat(visit).startsWith(VISITS).contains("note=booked");
        assertThat(PageFiles.keep("visit", own.open(visit)))
                .contains("The visit is booked and confirmed", "Grace Hopper", "11:00 AM", "+13145550123")
                .contains("The messages cannot be shown just now");
    }

    @Test
    void booksOnceWhenTheButtonIsPressedTwice() {
        TherapistInTown june = town.settle(bookedInstantly());
        Console own = therapist(june);
        Map<String, String> form = client(june, "11:00");
        form.put("key", BookingApi.aKey());
        form.put("formToken", Console.tokenOn(own.open(NEW)));

        Answer first = own.sendAsIs(NEW, form);
        Answer second = own.sendAsIs(NEW, form);

        assertThat(first.status()).isEqualTo(303);
        assertThat(second.headers().getFirst("Location"))
                .isEqualTo(first.headers().getFirst("Location"));
    }

    @Test
    void setsARuleAsideForAReasonAndNeverTakenTime() {
        TherapistInTown june = town.settle(bookedInstantly());
        book(june, "10:00");
        Console own = therapist(june);

        Answer closed = own.send(NEW, NEW, client(june, "19:00"));
        Map<String, String> without = client(june, "19:00");
        without.put("override", "HOURS");
        Answer noReason = own.send(NEW, NEW, without);
        Map<String, String> with = new HashMap<>(without);
        with.put("reason", "A long way");
        Answer booked = own.send(NEW, NEW, with);
        Map<String, String> taken = new HashMap<>(with);
        taken.put("time", "10:00");
        Answer refused = own.send(NEW, NEW, taken);

        assertThat(closed.status()).isEqualTo(409);
        assertThat(PageFiles.keep("new-visit-rule", closed)).contains("breaks a rule", "Grace Hopper");
        assertThat(noReason.status()).isEqualTo(400);
        assertThat(noReason.body().asString()).contains("To set a rule aside");
        assertThat(booked.status()).isEqualTo(303);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().asString()).contains("This time is taken");
    }

    @Test
    void keepsWhatWasTypedAndMarksEachWrongField() {
        TherapistInTown june = town.settle(bookedInstantly());
        Map<String, String> form = client(june, "x");
        form.putAll(Map.of("name", " ", "email", "no", "phone", "12", "note", "مرحبا 🌿 <b>"));

        Answer refused = therapist(june).send(NEW, NEW, form);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(PageFiles.keep("new-visit-wrong", refused))
                .contains("no such date or time", "write the client", "email address", "no phone number")
                .contains("مرحبا 🌿 &lt;b&gt;", "value=\"12\"");
    }

    @Test
    void movesCancelsAndTellsWhereItIsTooLateOrTooEarly() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        Console own = therapist(june);
        String date = town.inTwoWeeks().toString();

        Answer moved = own.send(
                VISITS + id, VISITS + id + "/move", Map.of("date", date, "time", "14:00", "reason", "asked by phone"));
        Answer nowhere = own.send(
                VISITS + id, VISITS + id + "/move", Map.of("date", date, "time", "23:00", "reason", "asked by phone"));
        Answer early = own.send(VISITS + id, VISITS + id + "/check-in", Map.of());
        Answer notBegun = own.send(VISITS + id, VISITS + id + "/complete", Map.of("painScore", "3"));
        Answer noReason = own.send(VISITS + id, VISITS + id + "/cancel", Map.of("reason", ""));
        Answer cancelled = own.send(VISITS + id, VISITS + id + "/cancel", Map.of("reason", "flu"));
        Answer again = manager(june)
                .send(CALENDAR + "/new", VISITS + id + "/move", Map.of("date", date, "time", "09:00", "reason", "x"));

        assertThat(moved.headers().getFirst("Location")).contains("note=done");
        assertThat(nowhere.status()).isEqualTo(409);
        assertThat(PageFiles.keep("visit-rule", nowhere)).contains("breaks a rule", "value=\"23:00\"");
        assertThat(early.headers().getFirst("Location")).contains("note=early");
        assertThat(notBegun.headers().getFirst("Location")).contains("note=changed");
        assertThat(noReason.status()).isEqualTo(400);
        assertThat(cancelled.headers().getFirst("Location")).contains("note=done");
        assertThat(again.headers().getFirst("Location")).contains("note=changed");
        assertThat(own.open(VISITS + id + "?note=changed").body().asString())
                .contains("It has changed meanwhile", "Cancelled by the practice");
    }

    @Test
    void correctsWhoComesAndTellsWhatDoesNotFit() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        Console own = therapist(june);
        String form = own.open(VISITS + id).body().asString();
        assertThat(form).contains("Correct who comes", "name=\"version\" value=\"1\"", "value=\"Ada Lovelace\"");

        Answer wrong = own.send(VISITS + id, VISITS + id + "/client", contact("1", " ", "ada@", "12"));
        Answer corrected = own.send(
                VISITS + id,
                VISITS + id + "/client",
                contact("1", "Zoë 🌿 مرحبا", id + "@example.org", "(314) 555-0199"));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(PageFiles.keep("visit-client-wrong", wrong))
                .contains(
                        "client-name-fault",
                        "client-email-fault",
                        "client-phone-fault",
                        "value=\"ada@\"",
                        "value=\"12\"")
                .contains("<details open");
        assertThat(corrected.headers().getFirst("Location")).contains("note=done");
        assertThat(own.open(VISITS + id).body().asString()).contains("Zoë 🌿 مرحبا", id + "@example.org");
    }

    @Test
    void correctsNobodyOnAPageThatIsOldNorIntoAPersonWhoIsElsewhere() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        Console own = therapist(june);
        ObjectNode elsewhere = aBooking(may, startAt(town.inTwoWeeks(), "10:30"));
        ((ObjectNode) elsewhere.get("client")).put("name", "Grace Hopper").put("email", id + "@example.org");
        api.book(elsewhere);
        String path = VISITS + id + "/client";

        Answer old = own.send(VISITS + id, path, contact("0", "Grace", id + "@example.org", "(314) 555-0199"));
        Answer none = own.send(VISITS + id, path, contact("", "Grace", id + "@example.org", "(314) 555-0199"));
        Answer taken = own.send(VISITS + id, path, contact("1", "Grace Hopper", id + "@example.org", "(314) 555-0199"));

        assertThat(old.status()).isEqualTo(412);
        assertThat(PageFiles.keep("visit-client-changed", old))
                .contains("has changed since you opened", "value=\"Grace\"", "name=\"version\" value=\"1\"");
        assertThat(none.status()).isEqualTo(412);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body().asString())
                .contains("already booked at that time")
                .doesNotContain(may.id());
        assertThat(own.open(VISITS + id).body().asString())
                .contains("Ada Lovelace")
                .doesNotContain("Grace");
    }

    @Test
    void losesNothingThatWasTypedWhenTheSessionEnds() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        Console own = therapist(june);
        String path = VISITS + id + "/cancel";
        Map<String, String> typed = Map.of("reason", "flu \"and\" <b>", "formToken", "of-the-session-before");
        Map<String, String> page = Map.of("Sec-Fetch-Site", "same-origin");
        Map<String, String> signedIn = new HashMap<>(own.headers());
        signedIn.putAll(page);

        Answer ended = api.form(path, typed, page);
        PageForm kept = PageForm.in(PageFiles.keep("console-ended-kept", ended), path);
        Answer again = api.form(kept.action(), kept.fields(), signedIn);
        PageForm fresh = PageForm.in(PageFiles.keep("console-kept", again), path);
        Answer done = api.form(fresh.action(), fresh.fields(), signedIn);

        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.headers().getCacheControl()).contains("no-store");
        assertThat(ended.body().asString())
                .contains("what you typed is still here", "target=\"_blank\"", "flu &quot;and&quot; &lt;b&gt;");
        assertThat(kept.fields()).containsOnlyKeys("reason");
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.body().asString()).contains("nothing was saved yet");
        assertThat(fresh.fields()).containsOnlyKeys("reason", "formToken").containsEntry("reason", "flu \"and\" <b>");
        assertThat(done.headers().getFirst("Location")).contains("note=done");
    }

    @Test
    void givesNothingBackOfAFormThatAnotherSiteSent() {
        TherapistInTown june = town.settle(bookedInstantly());
        String path = VISITS + book(june, "10:00") + "/cancel";

        for (Map<String, String> headers : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.<String, String>of())) {
            Answer ended = api.form(path, Map.of("reason", "planted"), headers);
            assertThat(ended.status()).isEqualTo(401);
            assertThat(ended.body().asString()).doesNotContain("planted");
        }
    }

    private static Map<String, String> contact(String version, String name, String email, String phone) {
        return Map.of("version", version, "name", name, "email", email, "phone", phone);
    }

    @Test
    void refusesOutcomesThatAreNone() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        Console own = therapist(june);

        for (String score : List.of("11", "-1", "x", "999999999999")) {
            assertThat(own.send(VISITS + id, VISITS + id + "/complete", Map.of("painScore", score))
                            .status())
                    .as(score)
                    .isEqualTo(400);
        }
    }

    @Test
    void blocksTimeSaysWhatStandsThereAndGivesItBack() {
        TherapistInTown june = town.settle(bookedInstantly());
        book(june, "10:00");
        Console own = therapist(june);

        Answer stands = own.send(BLOCK, BLOCK, blockOf(june, "09:30", "10:30"));
        Answer backwards = own.send(BLOCK, BLOCK, blockOf(june, "16:00", "15:00"));
        Answer blocked = own.send(BLOCK, BLOCK, blockOf(june, "14:00", "15:00"));
        String day = own.open(day()).body().asString();
        String lift = day.replaceAll("(?s).*action=\"(/console/calendar/block/[0-9a-f-]+)\\?.*", "$1");
        Answer lifted = own.send(day(), lift, Map.of("day", town.inTwoWeeks().toString()));

        assertThat(stands.status()).isEqualTo(409);
        assertThat(PageFiles.keep("block-stands", stands)).contains("Something stands in this time", "Ada Lovelace");
        assertThat(backwards.status()).isEqualTo(400);
        assertThat(blocked.headers().getFirst("Location")).startsWith(day());
        assertThat(day).contains("2:00 PM – 3:00 PM", "Team meeting");
        assertThat(lifted.status()).isEqualTo(303);
        assertThat(own.open(day()).body().asString()).doesNotContain("Team meeting");
    }

    @Test
    void listsConflictsWithWhatCanBeDone() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, "15:30");
        town.publish(june.closingAt("12:00", 2));
        town.awaitKnown("listings", june.id(), 2);
        town.awaitAllHandled(june);

        assertThat(PageFiles.keep("calendar-conflict", manager(june).open(day())))
                .contains("cannot take place", "outside the hours", "move it", VISITS + id);
        assertThat(manager(june).open(VISITS + id).body().asString())
                .contains("This visit stands where it cannot take place", "outside the hours");
    }

    @Test
    void hasNothingForAnotherPractice() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        Console stranger = manager(may);
        Map<String, String> all = new HashMap<>(blockOf(june, "14:00", "15:00"));
        all.putAll(client(june, "14:00"));
        all.put("formToken", Console.tokenOn(stranger.open(NEW)));

        assertThat(stranger.open(day()).body().asString()).doesNotContain("Ada", june.id());
        assertThat(stranger.open(day() + "&view=week&therapist=" + june.id())
                        .body()
                        .asString())
                .doesNotContain("Ada", june.id());
        assertThat(stranger.open(VISITS + id).status()).isEqualTo(404);
        for (String action :
                List.of("check-in", "no-show", "complete", "cancel", "move", "propose", "client", "messages/x")) {
            assertThat(stranger.sendAsIs(VISITS + id + "/" + action, all).status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(stranger.sendAsIs(NEW, all).status()).isEqualTo(404);
        assertThat(stranger.sendAsIs(BLOCK, all).status()).isEqualTo(404);
        assertThat(stranger.sendAsIs(BLOCK + "/" + id, all).status()).isEqualTo(404);
        assertThat(api.get("/api/appointments/" + id, TestTokens.manager("boss", june.practiceId()))
                        .text("/version"))
                .isEqualTo("1");
    }

    @Test
    void changesNothingWithoutTheTokenOfTheSession() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, "10:00");
        Map<String, String> all = new HashMap<>(blockOf(june, "14:00", "15:00"));
        all.putAll(client(june, "14:00"));

        for (String path :
                List.of(NEW, BLOCK, VISITS + id + "/cancel", VISITS + id + "/move", VISITS + id + "/no-show")) {
            assertThat(therapist(june).sendAsIs(path, all).status()).as(path).isEqualTo(403);
            assertThat(api.form(path, all, Map.of()).status()).as(path).isEqualTo(401);
            assertThat(api.call(HttpMethod.GET, path, null, Map.of()).status())
                    .as(path)
                    .isEqualTo(303);
        }
        assertThat(api.get("/api/appointments/" + id, TestTokens.manager("boss", june.practiceId()))
                        .text("/version"))
                .isEqualTo("1");
    }

    private String day() {
        return CALENDAR + "?day=" + town.inTwoWeeks();
    }

    private String book(TherapistInTown therapist, String time) {
        return api.book(aBooking(therapist, startAt(town.inTwoWeeks(), time))).text("/id");
    }

    private void block(TherapistInTown therapist, String from, String until, String reason) {
        Console own = therapist(therapist);
        Map<String, String> form = new HashMap<>(blockOf(therapist, from, until));
        form.put("reason", reason);
        assertThat(own.send(BLOCK, BLOCK, form).status()).isEqualTo(303);
    }

    private Map<String, String> blockOf(TherapistInTown therapist, String from, String until) {
        return Map.of(
                "therapist",
                therapist.id(),
                "date",
                town.inTwoWeeks().toString(),
                "from",
                from,
                "until",
                until,
                "reason",
                "Team meeting");
    }

    private Map<String, String> client(TherapistInTown therapist, String time) {
        return new HashMap<>(Map.of(
                "treatment",
                therapist.id() + "|" + therapist.treatmentId(),
                "date",
                town.inTwoWeeks().toString(),
                "time",
                time,
                "name",
                "Grace Hopper",
                "email",
                "grace-" + Town.id() + "@example.org",
                "phone",
                "(314) 555-0123",
                "byEmail",
                "yes"));
    }

    private Console therapist(TherapistInTown therapist) {
        return Console.of(TestTokens.therapist(therapist.id(), therapist.id()), api);
    }

    private Console manager(TherapistInTown therapist) {
        return Console.of(TestTokens.manager("boss", therapist.practiceId()), api);
    }
}
