package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every page of the console, tried with the session of somebody whose page it is not. */
@WholeService
class ConsoleRoutesIT {

    /** Whose a page is. */
    private enum Whose {
        /** Anybody's: it leads to a session or out of it. */
        EVERYBODYS,
        /** Any staff's; it shows and changes what is theirs. */
        STAFFS,
        /** It is about something, which belongs to one practice and to the therapist whose it is. */
        THEIRS,
        /** Theirs too; it says something once the visit took place only. */
        THEIRS_IN_THE_END,
        /** The treating therapist's, not even the manager's. */
        TREATING,
        /** One client's: the treating therapist's alone. */
        CLIENTS
    }

    /** A page that is not here fails the test: whoever adds one says whose it is. */
    private static final Map<String, Whose> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /console", Whose.STAFFS),
            Map.entry("GET /console/sign-in", Whose.EVERYBODYS),
            Map.entry("POST /console/sign-in", Whose.EVERYBODYS),
            Map.entry("POST /console/sign-in/code", Whose.EVERYBODYS),
            Map.entry("POST /console/session", Whose.EVERYBODYS),
            Map.entry("POST /console/sign-out", Whose.EVERYBODYS),
            Map.entry("GET /console/requests", Whose.STAFFS),
            Map.entry("GET /console/requests/{id}", Whose.THEIRS),
            Map.entry("GET /console/requests/{id}/stand", Whose.THEIRS),
            Map.entry("POST /console/requests/{id}/accept", Whose.THEIRS),
            Map.entry("POST /console/requests/{id}/decline", Whose.THEIRS),
            Map.entry("POST /console/requests/{id}/propose", Whose.THEIRS),
            Map.entry("GET /console/calendar", Whose.STAFFS),
            Map.entry("GET /console/calendar/new", Whose.STAFFS),
            Map.entry("POST /console/calendar/new", Whose.THEIRS),
            Map.entry("GET /console/calendar/block", Whose.STAFFS),
            Map.entry("POST /console/calendar/block", Whose.THEIRS),
            Map.entry("POST /console/calendar/block/{block}", Whose.THEIRS),
            Map.entry("GET /console/handovers", Whose.STAFFS),
            Map.entry("POST /console/handovers", Whose.THEIRS),
            Map.entry("GET /console/handovers/{handover}", Whose.THEIRS),
            Map.entry("GET /console/visits/{id}", Whose.THEIRS),
            Map.entry("POST /console/visits/{id}/check-in", Whose.THEIRS),
            Map.entry("POST /console/visits/{id}/no-show", Whose.THEIRS),
            Map.entry("POST /console/visits/{id}/complete", Whose.THEIRS),
            Map.entry("POST /console/visits/{id}/cancel", Whose.THEIRS),
            Map.entry("POST /console/visits/{id}/move", Whose.THEIRS),
            Map.entry("POST /console/visits/{id}/propose", Whose.THEIRS),
            Map.entry("POST /console/visits/{id}/client", Whose.THEIRS),
            Map.entry("POST /console/visits/{id}/messages/{message}", Whose.THEIRS),
            Map.entry("GET /console/visits/{id}/receipt", Whose.THEIRS_IN_THE_END),
            Map.entry("GET /console/visits/{id}/receipt.pdf", Whose.THEIRS_IN_THE_END),
            Map.entry("POST /console/visits/{id}/receipt", Whose.THEIRS_IN_THE_END),
            Map.entry("GET /console/visits/{id}/care", Whose.CLIENTS),
            Map.entry("POST /console/visits/{id}/care/{when}", Whose.CLIENTS),
            Map.entry("POST /console/visits/{id}/care/plan", Whose.CLIENTS),
            Map.entry("GET /console/plans/{plan}", Whose.CLIENTS),
            Map.entry("POST /console/plans/{plan}/decide", Whose.CLIENTS),
            Map.entry("POST /console/plans/{plan}/end", Whose.CLIENTS),
            Map.entry("GET /console/clients", Whose.TREATING),
            Map.entry("GET /console/clients/{visit}", Whose.CLIENTS),
            Map.entry("POST /console/clients/{visit}/answers", Whose.CLIENTS),
            Map.entry("GET /console/listing", Whose.STAFFS),
            Map.entry("GET /console/listing/{therapist}", Whose.THEIRS),
            Map.entry("GET /console/listing/{therapist}/{part}", Whose.THEIRS),
            Map.entry("POST /console/listing/{therapist}/{part}", Whose.THEIRS),
            Map.entry("GET /console/listing/{therapist}/time-off", Whose.THEIRS),
            Map.entry("POST /console/listing/{therapist}/time-off", Whose.THEIRS),
            Map.entry("POST /console/listing/{therapist}/time-off/{timeOff}/remove", Whose.THEIRS),
            Map.entry("GET /console/waitlist", Whose.STAFFS),
            Map.entry("GET /console/numbers", Whose.STAFFS),
            Map.entry("GET /console/numbers.csv", Whose.STAFFS)));

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final RequestMappingHandlerMapping routes;
    private TherapistInTown june;
    private TherapistInTown may;
    private String visit;
    private String handover;
    private String plan;
    private Console own;
    private Console boss;
    private Map<String, String> form;

    ConsoleRoutesIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired BusinessClock clock,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.routes = routes;
    }

    @BeforeEach
    void settle() {
        june = town.settle(answeringRequests());
        may = town.settle(june.colleague());
        String token = TestTokens.therapist("june", june.id());
        plan = plan(token);
        visit = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00"))).text("/id");
        StandInTherapists.get().isThere();
        KeptListing.of(june, token);
        handover = api.post(
                        "/api/handovers",
                        "{\"therapistId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", \"confirmed\": true}"
                                .formatted(
                                        june.id(),
                                        town.inTwoWeeks().plusDays(1),
                                        town.inTwoWeeks().plusDays(1)),
                        token)
                .text("/id");
        own = Console.of(token, api);
        boss = Console.of(TestTokens.manager("boss", june.practiceId()), api);
        form = Map.of(
                "therapist", june.id(),
                "treatment", june.id() + "|" + june.treatmentId(),
                "date", town.inTwoWeeks().toString(),
                "time", "14:00",
                "from", "14:00",
                "until", "15:00",
                "reason", "mine now",
                "name", "Grace Hopper",
                "email", "grace@example.org",
                "version", "1");
    }

    /** Made at a visit of the next day, which therefore comes. */
    private String plan(String token) {
        LocalDate tomorrow = clock.now().atZone(Town.ZONE).toLocalDate().plusDays(1);
        String there = "/api/appointments/"
                + api.book(aBooking(june, startAt(tomorrow, "10:00"))).text("/id");
        api.post(there + "/accept", null, token);
        Instant start = tomorrow.atTime(10, 0).atZone(Town.ZONE).toInstant();
        clock.moveTo(clock.offset().plus(Duration.between(clock.now(), start)));
        api.post(there + "/check-in", null, token);
        Answer made = api.post(there + "/plan", """
                {"condition": "back-pain", "goal": "Walk to the lake again", "visits": 6, "every": "P1W",
                 "techniques": ["deep-tissue"], "weekday": "TUESDAY", "time": "16:00"}""", token);
        assertThat(made.status()).isEqualTo(201);
        return made.text("/id");
    }

    @AfterEach
    void leave() {
        StandInTherapists.get().isAway();
    }

    @Test
    void areAllInTheTable() {
        Set<String> there = routes.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternsCondition().getPatterns().stream()
                        .map(pattern -> pattern.getPatternString())
                        .filter(pattern -> pattern.equals("/console") || pattern.startsWith("/console/"))
                        .flatMap(pattern ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + pattern)))
                .map(ConsoleRoutesIT::named)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(there).as("say in PAGES whose each page is").isEqualTo(PAGES.keySet());
    }

    @Test
    void leadWhoeverHasNoSessionToTheSignIn() {
        for (Map<String, String> cookie : Map.of(
                        "none", Map.<String, String>of(), "over", Map.of("Cookie", "bodywork-staff=over"))
                .values()) {
            each(Whose.EVERYBODYS, false, (page, path) -> {
                Answer answer = send(page, path, cookie, form);
                assertThat(answer.status()).as(page).isEqualTo(page.startsWith("GET") ? 303 : 401);
                tellsNothing(page, answer);
            });
        }
        nothingHasChanged();
    }

    @Test
    void areNotForAccountsThatAreNoStaff() {
        Map<String, String> operator = Map.of("Cookie", "bodywork-staff=" + TestTokens.operator("root"));
        each(Whose.EVERYBODYS, false, (page, path) -> {
            Answer answer = send(page, path, operator, form);
            assertThat(answer.status()).as(page).isEqualTo(403);
            tellsNothing(page, answer);
        });
        nothingHasChanged();
    }

    @Test
    void takeNoFormWithoutTheTokenOfTheSession() {
        each(Whose.EVERYBODYS, false, (page, path) -> {
            if (page.startsWith("POST")) {
                assertThat(send(page, path, own.headers(), form).status())
                        .as(page)
                        .isEqualTo(403);
            }
        });
        nothingHasChanged();
    }

    @Test
    void areNotThereForAnotherPracticeNorForAColleague() {
        isNobodyElses(Console.of(TestTokens.manager("other", Town.id()), api));
        isNobodyElses(Console.of(
                TestTokens.therapist(
                        "stranger", town.settle(answeringRequests()).id()),
                api));
        isNobodyElses(Console.of(TestTokens.therapist("may", may.id()), api));
        nothingHasChanged();
    }

    @Test
    void keepClientsFromWhoeverOnlyLeadsThePractice() {
        String token = Console.tokenOn(boss.open("/console/requests"));
        for (Whose whose : Set.of(Whose.TREATING, Whose.CLIENTS)) {
            each(whose, true, (page, path) -> {
                Answer answer = send(page, path, boss.headers(), with(token));
                assertThat(answer.status()).as(page).isEqualTo(403);
                tellsNothing(page, answer);
            });
        }
    }

    @Test
    void areThereForThoseWhoseTheyAre() {
        for (Whose whose : Set.of(Whose.STAFFS, Whose.THEIRS, Whose.TREATING, Whose.CLIENTS)) {
            each(whose, true, (page, path) -> {
                if (page.startsWith("GET")) {
                    assertThat(own.open(path).status()).as(page).isIn(200, 303);
                }
            });
        }
        nothingHasChanged();
    }

    private void isNobodyElses(Console somebody) {
        String token = Console.tokenOn(somebody.open("/console/calendar/new"));
        PAGES.forEach((page, whose) -> {
            String path = path(page);
            switch (whose) {
                case THEIRS, THEIRS_IN_THE_END, CLIENTS -> {
                    Answer answer = send(page, path, somebody.headers(), with(token));
                    assertThat(answer.status()).as(page).isIn(whose == Whose.CLIENTS ? Set.of(403, 404) : Set.of(404));
                    tellsNothing(page, answer);
                }
                case STAFFS, TREATING ->
                    assertThat(somebody.open(path).body().asString())
                            .as(page)
                            .doesNotContain("Lovelace", "lake", june.id());
                case EVERYBODYS -> {}
            }
        });
    }

    /** Calls for each page: its name in the table, and its path. */
    private void each(Whose whose, boolean those, BiConsumer<String, String> call) {
        PAGES.forEach((page, its) -> {
            if ((its == whose) == those) {
                call.accept(page, path(page));
            }
        });
    }

    private Answer send(String page, String path, Map<String, String> headers, Map<String, String> fields) {
        return page.startsWith("GET") ? api.call(HttpMethod.GET, path, null, headers) : api.form(path, fields, headers);
    }

    private Map<String, String> with(String token) {
        Map<String, String> all = new HashMap<>(form);
        all.put("formToken", token);
        return all;
    }

    private static void tellsNothing(String page, Answer answer) {
        assertThat(answer.body().asString()).as(page).doesNotContain("Lovelace", "lake");
    }

    private void nothingHasChanged() {
        assertThat(api.get("/api/appointments/" + visit, TestTokens.manager("boss", june.practiceId()))
                        .text("/version"))
                .isEqualTo("1");
    }

    /** What is called alike in two paths and is not the same thing has a name of its own here. */
    private static String named(String page) {
        return page.replace("handovers/{id}", "handovers/{handover}")
                .replace("plans/{id}", "plans/{plan}")
                .replace("{when:before|after}", "{when}")
                .replace("block/{id}", "block/{block}")
                .replace("time-off/{id}", "time-off/{timeOff}");
    }

    private String path(String page) {
        return page.substring(page.indexOf(' ') + 1)
                .replace("{id}", visit)
                .replace("{visit}", visit)
                .replace("{handover}", handover)
                .replace("{plan}", plan)
                .replace("{when}", "before")
                .replace("{block}", Town.id())
                .replace("{timeOff}", KeptListing.TIME_OFF)
                .replace("{therapist}", june.id())
                .replace("{part}", "schedule")
                .replace("{message}", "m1");
    }
}
