package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;
import static org.bodywork.bookings.ToldDelivery.aDelivery;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The console's numbers and its view of a client. */
@WholeService
class DeskIT {

    private static final String CANARY = "a canary in the left knee";

    private final Town town;
    private final BookingApi api;

    DeskIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @Test
    void countsAPracticeByWeekWithChartsTableAndCsv() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(june.colleague());
        LocalDate date = town.inTwoWeeks();
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        book(june, startAt(date, "10:00"), null);
        book(may, startAt(date, "10:00"), null);
        cancel(book(june, startAt(date, "14:00"), null));
        Console manager = Console.of(TestTokens.manager("boss", june.practiceId()), api);
        String path = "/console/numbers?from=%s&weeks=1".formatted(date);

        Answer page = manager.open(path);
        Answer csv = manager.open(path.replace("numbers?", "numbers.csv?"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().asString())
                .contains("<svg", "role=\"img\"", "Booked hours", "<tfoot>", "June Abernathy")
                .contains("<td>112</td>", "<td>2 %</td>", "/console/numbers.csv?from=" + monday + "&amp;weeks=1")
                .doesNotContain("style=");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.headers().getFirst("Content-Type")).startsWith("text/csv");
        assertThat(csv.headers().getFirst("Content-Disposition")).contains("numbers-" + monday + ".csv");
        assertThat(csv.headers().getCacheControl()).contains("no-store");
        assertThat(csv.body().asString()).isEqualTo("""
                week,minutes_offered,minutes_booked,answered_in_time,not_answered,visits_kept,no_shows,cancelled_by_client,\
                cancelled_late,cancelled_by_therapist,minutes_freed,minutes_filled,booked_again,reminders,reminders_failed\r
                %s,6720,120,0,0,0,0,1,0,0,60,0,0,0,0\r
                """.formatted(monday));
        assertThat(manager.open(path + "&therapist=" + june.id() + "&lang=es")
                        .body()
                        .asString())
                .contains("Cifras", "<td>56</td>");
    }

    @Test
    void countsHowRemindersArrived() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = book(june, startAt(town.inTwoWeeks(), "10:00"), null).text("/id");
        Console manager = Console.of(TestTokens.manager("boss", june.practiceId()), api);
        town.tell(aDelivery(visit, "REMINDER", "EMAIL", "DELIVERED"));
        town.tell(aDelivery(visit, "REMINDER", "SMS", "FAILED"));
        town.tell(aDelivery(visit, "CONFIRMATION", "EMAIL", "SENT"));

        String path = "/console/numbers%s?weeks=1&from=" + town.inTwoWeeks();
        assertThat(manager.open(path.formatted(".csv")).body().asString()).endsWith(",2,1\r\n");
        assertThat(manager.open(path.formatted("")).body().asString())
                .contains("Reminders that arrived", "<td>50 %</td>");
    }

    @Test
    void countsNothingOfAnotherPractice() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        book(june, startAt(date, "10:00"), null);
        String path = "/console/numbers.csv?weeks=1&from=" + date;
        Console stranger = Console.of(TestTokens.manager("stranger", Town.id()), api);
        Console colleague = Console.of(
                TestTokens.therapist("may", town.settle(june.colleague()).id()), api);

        assertThat(stranger.open(path).body().asString()).endsWith(",0,0,0,0,0,0,0,0,0,0,0,0,0,0\r\n");
        assertThat(colleague.open(path).body().asString()).endsWith(",3360,0,0,0,0,0,0,0,0,0,0,0,0,0\r\n");
        assertThat(stranger.open(path + "&therapist=" + june.id()).status()).isEqualTo(404);
        assertThat(colleague.open(path + "&therapist=" + june.id()).status()).isEqualTo(404);
        assertThat(api.get(path).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weeks=0", "weeks=27", "weeks=x", "from=yesterday", "from=9999-99-99", "therapist=june"})
    void showsTheNewestWeeksForAWrongQuestion(String query) {
        TherapistInTown june = town.settle(bookedInstantly());
        Console console = Console.of(TestTokens.therapist("june", june.id()), api);

        Answer page = console.open("/console/numbers?" + query);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body().asString()).contains("That was not a week we can count", "<tfoot>");
        assertThat(console.open("/console/numbers?from=&weeks=&therapist=").status())
                .isEqualTo(200);
    }

    @Test
    void showsAClientToWhoeverTreatsThemAndNotesEachReading() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit =
                book(june, startAt(town.inTwoWeeks(), "10:00"), answers()).text("/id");
        Console console = Console.of(TestTokens.therapist("june", june.id()), api);
        String page = "/console/clients/" + visit;

        Answer list = console.open("/console/clients");
        Answer shown = console.open(page);

        assertThat(list.body().asString()).contains("Ada Lovelace", page);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.headers().getCacheControl()).contains("no-store");
        assertThat(shown.body().asString())
                .contains("Ada Lovelace", "@example.org", "Swedish massage", "Read the answers to the form")
                .doesNotContain("canary");
        assertThat(readings(june, visit)).isEmpty();

        Answer read = console.send(page, page + "/answers", Map.of());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().asString())
                .contains(CANARY, "Where does it hurt?", "How much pressure feels right?", "That you have read them");
        assertThat(readings(june, visit)).containsExactly("june");
        assertThat(console.send(page + "?lang=es", page + "/answers?lang=es", Map.of())
                        .body()
                        .asString())
                .contains("¿Dónde le duele?", "Firme");
        assertThat(readings(june, visit)).hasSize(2);
    }

    @Test
    void takesFormsAsBrowsersSendThemFromAPageThatTellsNobodyItsAddress() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit =
                book(june, startAt(town.inTwoWeeks(), "10:00"), answers()).text("/id");
        Console console = Console.of(TestTokens.therapist("june", june.id()), api);
        String page = "/console/clients/" + visit;
        Map<String, String> token = Map.of("formToken", Console.tokenOn(console.open(page)));

        assertThat(sent(console, page, token, "same-origin").status()).isEqualTo(200);
        assertThat(sent(console, page, token, "cross-site").status()).isEqualTo(403);
        assertThat(sent(console, page, token, "same-site").status()).isEqualTo(403);
        assertThat(readings(june, visit)).hasSize(1);
    }

    private Answer sent(Console console, String page, Map<String, String> fields, String from) {
        Map<String, String> headers = new HashMap<>(console.headers());
        headers.put("Origin", "null");
        headers.put("Sec-Fetch-Site", from);
        return api.form(page + "/answers", fields, headers);
    }

    @Test
    void showsAClientToNobodyElse() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(june.colleague());
        String visit =
                book(june, startAt(town.inTwoWeeks(), "10:00"), answers()).text("/id");
        String own = book(may, startAt(town.inTwoWeeks(), "10:00"), answers()).text("/id");
        String page = "/console/clients/" + visit;
        Console colleague = Console.of(TestTokens.therapist("may", may.id()), api);
        Console manager = Console.of(TestTokens.manager("boss", june.practiceId()), api);

        Answer foreign = colleague.open(page);
        Answer foreignRead = colleague.send("/console/clients/" + own, page + "/answers", Map.of());

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body().asString()).doesNotContain("Lovelace");
        assertThat(foreignRead.status()).isIn(403, 404);
        assertThat(colleague.open("/console/clients").body().asString()).doesNotContain(visit);
        assertThat(manager.open(page).status()).isEqualTo(403);
        assertThat(manager.open("/console/clients").status()).isEqualTo(403);
        assertThat(colleague.open("/console/clients/nonsense").status()).isEqualTo(404);
        assertThat(api.get(page).status()).isEqualTo(303);
        assertThat(readings(june, visit)).isEmpty();
    }

    private Iterable<String> readings(TherapistInTown therapist, String visit) {
        return StreamSupport.stream(
                        api.get(
                                        "/api/appointments/" + visit + "/audit",
                                        TestTokens.manager("boss", therapist.practiceId()))
                                .body()
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(item -> item.at("/action").asString().equals("INTAKE_READ"))
                .map(item -> item.at("/actor/accountId").asString())
                .toList();
    }

    private void cancel(Answer booked) {
        String url = booked.text("/manageUrl");
        Answer cancelled = api.post("/api/manage/" + url.substring(url.lastIndexOf('/') + 1) + "/cancel", null);
        assertThat(cancelled.status()).isEqualTo(200);
    }

    private Answer book(TherapistInTown therapist, String start, @Nullable ObjectNode intake) {
        ObjectNode booking = aBooking(therapist, start);
        if (intake != null) {
            booking.set("intake", intake);
        }
        return api.book(booking);
    }

    private static ObjectNode answers() {
        ObjectNode answers = JsonMapper.shared().createObjectNode();
        answers.put("version", "2026-1")
                .put("painLevel", 7)
                .put("worse", CANARY)
                .put("pregnancy", "no")
                .put("pressure", "firm")
                .put("consent", true);
        answers.putArray("whereItHurts").add("knees");
        answers.putArray("warningSigns");
        return answers;
    }
}
