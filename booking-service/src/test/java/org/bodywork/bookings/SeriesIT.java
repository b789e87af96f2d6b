package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aKey;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bodywork.bookings.browser.Arrival;
import org.bodywork.bookings.browser.Arrival.Screen;
import org.bodywork.bookings.browser.Visitor;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class SeriesIT {

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final LocalDate day;
    private final int port;

    SeriesIT(@Autowired Town town, @LocalServerPort int port, @Autowired BusinessClock clock) {
        this.town = town;
        this.api = new BookingApi(port);
        this.port = port;
        this.clock = clock;
        this.day = town.inTwoWeeks();
    }

    @Test
    void holdsAllDatesInOneCallAndBooksThemInAnother() {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer held = hold(wish(june, 4));

        assertThat(held.status()).isEqualTo(201);
        assertThat(all(held, "/status")).containsOnly("HELD").hasSize(4);
        assertThat(all(held, "/start/start"))
                .containsExactly(
                        startAt(day, "15:00"),
                        startAt(day.plusWeeks(1), "15:00"),
                        startAt(day.plusWeeks(2), "15:00"),
                        startAt(day.plusWeeks(3), "15:00"));
        assertThat(api.startsOn(june, day.plusWeeks(2))).doesNotContain(startAt(day.plusWeeks(2), "15:00"));

        Answer booked = book(held, aClient());

        assertThat(booked.status()).isEqualTo(200);
        assertThat(booked.text("/status")).isEqualTo("BOOKED");
        assertThat(all(booked, "/visit/status")).hasSize(4).containsOnly("CONFIRMED");
        assertThat(api.get(path(held)).body()).isEqualTo(booked.body());
        String manage = booked.text("/dates/1/visit/manageUrl");
        assertThat(api.get("/api/manage/" + manage.substring(manage.lastIndexOf('/') + 1))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersARepetitionTheSameAndAnotherBodyNot() {
        TherapistInTown june = town.settle(bookedInstantly());
        String key = aKey();
        ObjectNode client = aClient();

        Answer first = hold(wish(june, 2), key);
        Answer again = hold(wish(june, 2), key);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(hold(wish(june, 3), key).status()).isEqualTo(422);
        Answer booked = book(first, client);
        assertThat(book(first, client).body()).isEqualTo(booked.body());
        assertThat(book(first, aClient()).problem()).isEqualTo("state-conflict");
    }

    @Test
    void offersAlternativesOnOtherDaysWhereACappedTherapistHasEnoughToDo() {
        TherapistInTown june = town.settle(bookedInstantly().limitedTo("\"visitsADay\": 1"));
        assertThat(api.book(BookingApi.aBooking(june, startAt(day, "10:00"))).status())
                .isEqualTo(201);

        Answer held = hold(wish(june, 2));

        assertThat(all(held, "/status")).containsExactly("ALTERNATIVES", "HELD");
        List<String> starts = StreamSupport.stream(
                        held.body().at("/dates/0/alternatives").spliterator(), false)
                .map(time -> time.at("/start").asString())
                .toList();
        assertThat(starts).isNotEmpty().allMatch(start -> !start.startsWith(day.toString()));
        ObjectNode chosen = aClient();
        chosen.putArray("dates").add(day.plusWeeks(1).toString());
        chosen.putArray("chosen").addObject().put("date", day.toString()).put("start", starts.getFirst());

        Answer booked = book(held, chosen);

        assertThat(all(booked, "/visit/start")).containsExactly(starts.getFirst(), startAt(day.plusWeeks(1), "15:00"));
    }

    @Test
    void saysWhichDatesCannotBeBookedYet() {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer held = hold(wish(june, 12));

        assertThat(all(held, "/status"))
                .startsWith("HELD")
                .endsWith("BEYOND_HORIZON")
                .hasSize(12);
    }

    @Test
    void takesWhoeverFitsWhereNobodyIsNamed() {
        town.settle(bookedInstantly());
        ObjectNode wish = wish(bookedInstantly(), 2);
        wish.remove("therapistId");
        wish.remove("treatmentId");
        wish.putObject("any")
                .put("area", "maplewood")
                .put("modality", "swedish")
                .put("minutes", 60);

        Answer held = Await.until("somebody in Maplewood fits", () -> hold(wish), answer -> answer.status() == 201);

        assertThat(held.body().at("/dates")).hasSize(2);
    }

    @Test
    void movesOneVisitOrAllFromADateOnAndEndsThem() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(hold(wish(june, 4)), aClient());
        String secret = path(booked);

        Answer one = api.post(
                secret + "/move",
                "{\"from\": \"%s\", \"only\": true, \"start\": \"%s\"}"
                        .formatted(day, startAt(day.plusDays(1), "11:00")));
        assertThat(all(one, "/visit/start")).startsWith(startAt(day.plusDays(1), "11:00"));
        Answer rest = api.post(
                secret + "/move",
                "{\"from\": \"%s\", \"start\": \"%s\"}"
                        .formatted(day.plusWeeks(2), startAt(day.plusDays(15), "10:00")));
        assertThat(all(rest, "/visit/start"))
                .containsExactly(
                        startAt(day.plusDays(1), "11:00"),
                        startAt(day.plusDays(7), "15:00"),
                        startAt(day.plusDays(15), "10:00"),
                        startAt(day.plusDays(22), "10:00"));
        assertThat(rest.body().at("/change/visits")).hasSize(2);

        Answer ended = api.post(secret + "/cancel", "{\"from\": \"%s\"}".formatted(day.plusWeeks(1)));

        assertThat(all(ended, "/visit/status"))
                .containsExactly("CONFIRMED", "CANCELLED_BY_CLIENT", "CANCELLED_BY_CLIENT", "CANCELLED_BY_CLIENT");
        assertThat(api.post(secret + "/cancel", "{\"from\": \"%s\"}".formatted(day.plusWeeks(3)))
                        .problem())
                .isEqualTo("no-such-visit");
    }

    @Test
    void countsAsOneOfTheOpenRequestsOfItsContact() {
        TherapistInTown june = town.settle(answeringRequests());

        Answer booked = book(hold(wish(june, 7)), aClient());

        assertThat(all(booked, "/visit/status")).hasSize(7).containsOnly("REQUESTED");
    }

    @Test
    void givesAllTimesBackWithoutAnybodyAskingForIt() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer held = hold(wish(june, 2));
        assertThat(book(held, aClient().put("more", 1)).wrongFields()).containsExactly("/more");
        clock.moveTo(clock.offset().plus(Duration.ofMinutes(15)));

        Await.until("due work has ended it", () -> api.get(path(held)).text("/status"), "EXPIRED"::equals);

        assertThat(api.startsOn(june, day)).contains(startAt(day, "15:00"));
        assertThat(book(held, aClient()).problem()).isEqualTo("state-conflict");
    }

    @Test
    void showsTheWayToEachVisitAndCancelsWhatIsToComeOnItsPage() {
        Answer held = hold(wish(town.settle(bookedInstantly()), 3));
        assertThat(page(held)).contains("None of them is booked yet.").doesNotContain("/manage/", "/cancel");
        book(held, aClient());

        assertThat(page(held)).contains("These visits are yours.", "June Abernathy", "/cancel");
        assertThat(page(held).split("/manage/", -1)).hasSize(4);
        assertThat(api.form(link(held) + "/cancel", Map.of(), Map.of()).status())
                .isEqualTo(303);

        assertThat(all(api.get(path(held)), "/visit/status")).hasSize(3).containsOnly("CANCELLED_BY_CLIENT");
        assertThat(page(held)).contains("You cancelled it").doesNotContain("/cancel");
        assertThat(api.form(link(held) + "/cancel", Map.of(), Map.of()).status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @Needs(Need.BROWSER)
    @CsvSource({"PHONE, false, en", "NARROW, true, es"})
    void isForEverybody(Screen screen, boolean dark, String language) {
        Answer held = hold(wish(town.settle(bookedInstantly()), 2));
        book(held, aClient());
        Arrival arrival = Arrival.at(port).on(screen).speaking(language);
        try (Visitor visitor = (dark ? arrival.inTheDark() : arrival).come()) {
            visitor.open(link(held) + "?lang=" + language);
            visitor.page().locator("main details summary").click();
            visitor.shoot("series");
            visitor.seesAllOfItsWidth();
            visitor.findsItAccessible();
            visitor.hadNoTrouble();
        }
    }

    private String page(Answer series) {
        return api.get(link(series) + "?lang=en").body().asString();
    }

    /** Of its page. */
    private static String link(Answer series) {
        return path(series).substring("/api".length());
    }

    @Test
    void opensToNobodyWithoutItsSecret() {
        Answer held = hold(wish(town.settle(bookedInstantly()), 2));

        assertThat(api.get("/api/series/" + held.text("/id")).status()).isEqualTo(404);
        assertThat(api.get("/api/series/none").status()).isEqualTo(404);
        assertThat(api.post("/api/series/none/book", aClient().toString()).status())
                .isEqualTo(404);
        assertThat(api.call(HttpMethod.HEAD, path(held), null, Map.of()).status())
                .isEqualTo(200);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("/count", "{\"count\": 0}"),
                Arguments.of("/count", "{\"count\": 1}"),
                Arguments.of("/count", "{\"count\": 500}"),
                Arguments.of("/every", "{\"every\": \"P92D\"}"),
                Arguments.of("/every", "{\"every\": \"PT1H\"}"),
                Arguments.of("/around", "{\"around\": \"25:00\"}"),
                Arguments.of("/first", "{\"first\": \"2027-02-30\"}"),
                Arguments.of("/first", "{\"first\": \"2020-02-03\"}"),
                Arguments.of("/therapistId", "{\"therapistId\": \"june\"}"),
                Arguments.of("/client", "{\"client\": {}}"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesWhatIsWrongAndHoldsNothing(String field, String mistake) {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode wish = wish(june, 2);
        wish.setAll((ObjectNode) JsonMapper.shared().readTree(mistake));

        Answer refused = hold(wish);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly(field);
        assertThat(api.startsOn(june, day)).contains(startAt(day, "15:00"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode nobody = wish(june, 2).put("therapistId", UUID.randomUUID().toString());

        assertThat(hold(nobody).status()).isEqualTo(404);
        assertThat(api.post("/api/series", wish(june, 2).toString()).wrongFields())
                .containsExactly("/Idempotency-Key");
        ObjectNode elsewhere = aClient();
        elsewhere.putArray("dates").add(day.plusDays(1).toString());
        elsewhere.putArray("chosen").addObject().put("date", day.toString()).put("start", startAt(day, "09:00"));
        assertThat(book(hold(wish(june, 2)), elsewhere).wrongFields())
                .containsExactlyInAnyOrder("/dates/0", "/chosen/0");
    }

    private ObjectNode wish(TherapistInTown therapist, int count) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("therapistId", therapist.id())
                .put("treatmentId", therapist.treatmentId())
                .put("first", day.toString())
                .put("count", count)
                .put("every", "P1W")
                .put("around", "15:00");
    }

    private static ObjectNode aClient() {
        ObjectNode booking = JsonMapper.shared().createObjectNode();
        booking.putObject("client")
                .put("name", "Ada Lovelace")
                .put("email", "ada-" + UUID.randomUUID() + "@example.org");
        booking.putObject("consent").put("email", true).put("sms", false);
        return booking;
    }

    private Answer hold(ObjectNode wish) {
        return hold(wish, aKey());
    }

    private Answer hold(ObjectNode wish, String key) {
        return api.call(
                HttpMethod.POST,
                "/api/series",
                wish.toString(),
                Map.of("Idempotency-Key", key, "X-Browser-Token", aKey()));
    }

    private Answer book(Answer held, ObjectNode client) {
        return api.post(path(held) + "/book", client.toString());
    }

    private static String path(Answer series) {
        String url = series.text("/url");
        return "/api/series/" + url.substring(url.lastIndexOf('/') + 1);
    }

    private static List<String> all(Answer series, String pointer) {
        return StreamSupport.stream(series.body().at("/dates").spliterator(), false)
                .map(date -> date.at(pointer))
                .map(JsonNode::asString)
                .toList();
    }
}
