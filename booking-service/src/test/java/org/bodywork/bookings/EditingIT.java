package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Editing a listing in the console, which therapist-service keeps. */
@WholeService
class EditingIT {

    private static final Pattern FIELD =
            Pattern.compile("<(?:input(?![^>]*type=\"checkbox\")|input(?=[^>]*checked))[^>]*?name=\"([^\"]+)\"[^>]*?>");

    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");
    private static final Pattern CHOSEN =
            Pattern.compile("<select[^>]*name=\"([^\"]+)\".*?<option value=\"([^\"]*)\"[^>]*selected", Pattern.DOTALL);
    private static final Pattern PROSE =
            Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);

    private final Town town;
    private final BookingApi api;
    private TherapistInTown june;
    private KeptListing kept;
    private Console console;
    private String base;

    EditingIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @BeforeEach
    void settle() {
        june = town.settle(bookedInstantly());
        StandInTherapists.get().isThere();
        String token = TestTokens.therapist("june", june.id());
        kept = KeptListing.of(june, token);
        console = Console.of(token, api);
        base = "/console/listing/" + june.id();
    }

    @AfterEach
    void leave() {
        StandInTherapists.get().isAway();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedule", "treatments", "rules", "credentials", "profile"})
    void savesWhatItShowsAndLosesNothing(String part) {
        Answer page = console.open(base + "/" + part);

        Answer saved = console.sendAsIs(base + "/" + part, with(fieldsOf(page), "do", "save"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(saved.status()).as(saved.body().asString()).isEqualTo(303);
        assertThat(console.open(Objects.requireNonNull(saved.headers().getFirst("Location")))
                        .body()
                        .asString())
                .contains("Saved. Clients see it in a moment.");
        assertThat(kept.lastWritten().has("acceptAffected")).isEqualTo(part.equals("schedule"));
        assertThat(kept.isAsItWas()).as(kept.lastWritten().toString()).isTrue();
    }

    @Test
    void showsTheOpeningsAndTheVisitsItWouldTouchBeforeItSaves() {
        LocalDate date = town.inTwoWeeks();
        Answer booked = api.book(aBooking(june, startAt(date, "15:00")));
        Map<String, String> later = fieldsOf(console.open(base + "/schedule"));
        later.replaceAll((name, value) -> name.endsWith(".to") && value.equals("17:00") ? "12:00" : value);
        later.put("previewFrom", date.toString());

        Answer preview = console.sendAsIs(base + "/schedule", with(later, "do", "preview"));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(kept.timesWritten()).isZero();
        assertThat(preview.body().asString())
                .contains("Nothing is saved yet", "Visits it would touch", "outside the hours")
                .contains("/console/visits/" + booked.text("/id"))
                .contains("value=\"12:00\"");
        Answer saved = console.sendAsIs(base + "/schedule", with(fieldsOf(preview), "do", "save"));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(kept.lastWritten().at("/acceptAffected/0").asString()).isEqualTo(booked.text("/id"));
        assertThat(kept.lastWritten().at("/versions/0/hours/0/to").asString()).isEqualTo("12:00");
    }

    @Test
    void listsTheVisitsTheOwnerKnowsOfAndSavesOnceTheyAreAccepted() {
        String visit = Town.id();
        kept.answersNext(409, """
                {"type": "https://bodywork.example/problems/visits-affected", "title": "", "status": 409,
                 "visits": [{"id": "%s", "start": "2036-11-30T10:00:00-06:00"}]}
                """.formatted(visit));

        Answer asked =
                console.sendAsIs(base + "/schedule", with(fieldsOf(console.open(base + "/schedule")), "do", "save"));
        Answer saved = console.sendAsIs(base + "/schedule", with(fieldsOf(asked), "do", "save"));

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body().asString())
                .contains("Nothing was saved yet", "Sun 30 Nov 2036, 10:00 AM", "Save all the same");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(kept.lastWritten().at("/acceptAffected/0").asString()).isEqualTo(visit);
    }

    @Test
    void tellsEachFaultBesideItsFieldAndKeepsWhatWasTyped() {
        Map<String, String> typed = fieldsOf(console.open(base + "/treatments"));
        typed.put("treatments.0.name", "Swedish \"deluxe\" مساج 🙂");
        typed.put("treatments.0.minutes", "sixty");
        kept.answersNext(400, """
                {"type": "about:blank", "title": "", "status": 400, "errors": [
                  {"pointer": "/treatments/0/minutes", "detail": "Must be an integer."},
                  {"pointer": "/locations", "detail": "Name one."}]}
                """);

        Answer refused = console.sendAsIs(base + "/treatments", with(typed, "do", "save"));
        Answer unseen = console.sendAsIs(base + "/treatments", with(typed, "do", "preview"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().asString())
                .contains("id=\"treatments-0-minutes-fault\">Must be an integer.", "value=\"sixty\"", "Name one.")
                .contains("Swedish &quot;deluxe&quot; مساج 🙂");
        assertThat(unseen.status()).isEqualTo(400);
        assertThat(unseen.body().asString()).contains("Please write a whole number", "value=\"sixty\"");
    }

    @Test
    void showsBothVersionsWhereSomebodyElseSavedMeanwhile() {
        Map<String, String> typed = fieldsOf(console.open(base + "/rules"));
        typed.put("rules.noticeMinutes", "240");
        kept.isChangedElsewhere("rules", JsonMapper.shared().readTree("""
                                {"instant": true, "noticeMinutes": 60, "horizonDays": 60, "gridMinutes": 30,
                                 "requestMinutes": 1440, "cancellationCutoffMinutes": 1440, "feeText": "Half the price."}
                                """));

        Answer told = console.sendAsIs(base + "/rules", with(typed, "do", "save"));
        Answer saved = console.sendAsIs(base + "/rules", with(fieldsOf(told), "do", "save"));

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body().asString())
                .contains("Somebody else has saved this meanwhile", "<td>60</td>", "<td>240</td>")
                .doesNotContain("<td>1440</td>");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(kept.lastWritten().at("/rules/noticeMinutes").asInt()).isEqualTo(240);
    }

    @Test
    void addsALineAndTakesOneOut() {
        Map<String, String> typed = fieldsOf(console.open(base + "/treatments"));
        typed.put("treatments.0.remove", "true");
        typed.put("treatments.1.name", "Hot stones");
        typed.put("treatments.1.modality", "hot-stone");
        typed.put("treatments.1.minutes", "90");
        typed.put("treatments.1.price.amount", "140.00");
        typed.put("treatments.1.clients", "any");

        Answer saved = console.sendAsIs(base + "/treatments", with(typed, "do", "save"));

        assertThat(saved.status()).isEqualTo(303);
        JsonNode treatments = kept.lastWritten().at("/treatments");
        assertThat(treatments).hasSize(1);
        assertThat(treatments.at("/0/name").asString()).isEqualTo("Hot stones");
        assertThat(treatments.at("/0/minutes").asInt()).isEqualTo(90);
        assertThat(treatments.at("/0/price/currency").asString()).isEqualTo("USD");
        assertThat(treatments.at("/0").has("id")).isFalse();
        assertThat(kept.lastWritten().at("/name").asString()).isEqualTo("June Abernathy");
    }

    @Test
    void takesTimeOffAndGivesItBack() {
        LocalDate date = town.inTwoWeeks();
        Answer booked = api.book(aBooking(june, startAt(date, "10:00")));
        Map<String, String> typed = fieldsOf(console.open(base + "/time-off"));
        typed.put("from", date + "T09:00");
        typed.put("to", date + "T12:00");
        typed.put("repeats", "NEVER");

        Answer preview = console.sendAsIs(base + "/time-off", with(typed, "do", "preview"));
        Answer taken = console.sendAsIs(base + "/time-off", with(fieldsOf(preview), "do", "save"));

        assertThat(preview.body().asString())
                .contains("Visits it would touch", "time off", booked.text("/id"), "24 Dec 2036", "Every year");
        assertThat(taken.status()).isEqualTo(303);
        assertThat(kept.lastWritten().at("/from").asString()).isEqualTo(date + "T09:00");
        assertThat(kept.lastWritten().at("/acceptAffected/0").asString()).isEqualTo(booked.text("/id"));
        Answer back =
                console.send(base + "/time-off", base + "/time-off/" + KeptListing.TIME_OFF + "/remove", Map.of());
        assertThat(back.status()).isEqualTo(303);
        assertThat(kept.lastWritten().at("/gone").asString()).endsWith(KeptListing.TIME_OFF);
    }

    @Test
    void takesTimeOffOnTheScheduleThatWasSeen() {
        Map<String, String> typed = fieldsOf(console.open(base + "/time-off"));
        typed.putAll(Map.of("from", "2036-12-24T09:00", "to", "2036-12-24T12:00", "repeats", "NEVER"));
        kept.isChangedElsewhere("timeOff", JsonMapper.shared().readTree("""
                [{"id": "0190aa00-0000-7000-8000-00000000000b", "from": "2036-12-24T08:00:00-06:00",
                  "to": "2036-12-24T17:00:00-06:00", "repeats": "NEVER"}]"""));

        Answer changed = console.sendAsIs(base + "/time-off", with(typed, "do", "save"));

        assertThat(changed.status()).isEqualTo(409);
        assertThat(kept.timesWritten()).isZero();
        assertThat(changed.body().asString())
                .contains("Somebody else has changed the schedule meanwhile", "value=\"2036-12-24T09:00\"", "8:00 AM");
        Answer meant = console.sendAsIs(base + "/time-off", with(fieldsOf(changed), "do", "save"));
        assertThat(meant.status()).isEqualTo(303);
        assertThat(kept.timesWritten()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithTimeOff() {
        Map<String, String> typed = fieldsOf(console.open(base + "/time-off"));
        typed.put("from", "2036-12-24T12:00");
        typed.put("to", "2036-12-24T09:00");

        Answer wrong = console.sendAsIs(base + "/time-off", with(typed, "do", "preview"));
        typed.remove("to");
        Answer missing = console.sendAsIs(base + "/time-off", with(typed, "do", "preview"));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().asString())
                .contains("The end has to come after the beginning.", "value=\"2036-12-24T12:00\"");
        assertThat(missing.body().asString()).contains("Please fill this in.");
    }

    @Test
    void losesNothingWhileTherapistServiceIsAway() {
        Map<String, String> typed = with(fieldsOf(console.open(base + "/profile")), "approach", "Slowly, with heat.");
        kept.answersNext(503, "{}");

        Answer away = console.sendAsIs(base + "/profile", with(typed, "do", "save"));

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.body().asString()).contains("Listings cannot be changed just now", "Slowly, with heat.");
        StandInTherapists.get().isAway();
        Answer unread = console.open(base + "/profile");
        assertThat(unread.status()).isEqualTo(503);
        assertThat(unread.body().asString()).contains("This does not work just now");
    }

    @Test
    void isNobodyElsesToEdit() {
        TherapistInTown may = town.settle(bookedInstantly());
        Console stranger = Console.of(TestTokens.therapist("may", may.id()), api);
        Console manager = Console.of(TestTokens.manager("boss", may.practiceId()), api);
        Map<String, String> typed = fieldsOf(console.open(base + "/rules"));

        for (Console other : List.of(stranger, manager)) {
            for (String path : List.of("", "/schedule", "/time-off", "/rules", "/nothing")) {
                Answer refused = other.open(base + path);
                assertThat(refused.status()).as(path).isEqualTo(404);
                assertThat(refused.body().asString()).doesNotContain("June", "Swedish");
            }
            assertThat(other.sendAsIs(base + "/rules", with(typed, "do", "save"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(kept.timesWritten()).isZero();
        assertThat(console.open("/console/listing/nonsense/rules").status()).isEqualTo(404);
        assertThat(api.get(base + "/rules").status()).isEqualTo(303);
    }

    @Test
    void leadsATherapistToTheirOwnListingAndAManagerToThoseOfThePractice() {
        StandInTherapists.get()
                .answer(
                        "GET",
                        "/api/practices/" + june.practiceId() + "/therapists",
                        _ -> new StandInTherapists.Reply(200, """
                                {"items": [{"id": "%s", "slug": "june", "name": "June Abernathy", "status": "published"}]}
                                """.formatted(june.id())));
        Console manager = Console.of(TestTokens.manager("boss", june.practiceId()), api);

        assertThat(console.open("/console/listing").headers().getFirst("Location"))
                .startsWith(base);
        assertThat(manager.open("/console/listing").body().asString()).contains("June Abernathy", base);
        assertThat(console.open(base).body().asString())
                .contains("Working hours", base + "/time-off", "See it as clients do");
        assertThat(console.open(base + "?lang=es").body().asString()).contains("Horario", "Tiempo libre");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    /** What a browser would send of the page's editor. */
    private static Map<String, String> fieldsOf(Answer page) {
        String html = page.body().asString();
        String form = html.substring(html.indexOf("class=\"editor\""));
        form = form.substring(0, form.indexOf("</form>"));
        Map<String, String> fields = new HashMap<>();
        Matcher inputs = FIELD.matcher(form);
        while (inputs.find()) {
            Matcher value = VALUE.matcher(inputs.group());
            fields.put(inputs.group(1), value.find() ? unescaped(value.group(1)) : "");
        }
        Matcher selects = CHOSEN.matcher(form);
        while (selects.find()) {
            fields.put(selects.group(1), selects.group(2));
        }
        Matcher prose = PROSE.matcher(form);
        while (prose.find()) {
            fields.put(prose.group(1), unescaped(prose.group(2)));
        }
        return fields;
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
