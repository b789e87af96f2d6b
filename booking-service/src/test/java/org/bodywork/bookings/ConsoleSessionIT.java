package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bodywork.bookings.StandInTherapists.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@WholeService
class ConsoleSessionIT {

    private static final String REQUEST = "0190aa00-0000-7000-8000-0000000000aa";
    private static final String CODE = "123456";
    private static final String BROWSER = "bodywork-sign-in=the-browser-of-june";

    private final Town town;
    private final BookingApi api;

    ConsoleSessionIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @AfterEach
    void leave() {
        StandInTherapists.get().isAway();
    }

    @Test
    void beginsWithACookieThatNoScriptReadsAndNoOtherSiteSends() {
        Answer begun = api.post("/console/session", session(TestTokens.manager("boss", Town.id())));

        assertThat(begun.status()).isEqualTo(204);
        assertThat(begun.headers().getFirst("Set-Cookie"))
                .containsIgnoringCase("; HttpOnly")
                .contains("bodywork-staff=", "SameSite=Strict", "Path=/", "Max-Age=86400");
    }

    @Test
    void takesNoTokenThatIsNotValidOrOfNoStaff() {
        assertThat(api.post("/console/session", session("nonsense")).status()).isEqualTo(401);
        assertThat(api.post("/console/session", session(TestTokens.operator("root")))
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/console/session", "{\"accessToken\": 1}").wrongFields())
                .containsExactly("/accessToken");
    }

    @Test
    void isNotBegunByAnotherSite() {
        Answer begun = api.call(
                HttpMethod.POST,
                "/console/session",
                session(TestTokens.manager("boss", Town.id())),
                Map.of("Sec-Fetch-Site", "same-site"));

        assertThat(begun.status()).isEqualTo(403);
        assertThat(begun.headers().getFirst("Set-Cookie")).isNull();
    }

    @Test
    void standsForTheTokenAtTheApiForStaff() {
        TherapistInTown june = town.settle(answeringRequests());
        String id =
                api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00"))).text("/id");
        Console own = Console.of(TestTokens.therapist(june.id(), june.id()), api);
        Console other = Console.of(TestTokens.manager("other", Town.id()), api);

        assertThat(own.open("/api/appointments/" + id).status()).isEqualTo(200);
        assertThat(other.open("/api/appointments/" + id).status()).isEqualTo(404);
    }

    @Test
    void doesNotStandForItWhereAnotherSiteAsks() {
        TherapistInTown june = town.settle(answeringRequests());
        String id =
                api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00"))).text("/id");
        Console own = Console.of(TestTokens.therapist(june.id(), june.id()), api);
        Map<String, String> forged = Map.of(
                "Cookie",
                own.headers().get("Cookie"),
                "Origin",
                "https://elsewhere.example",
                "Sec-Fetch-Site",
                "same-site");

        Answer accepted = api.call(HttpMethod.POST, "/api/appointments/" + id + "/accept", null, forged);

        assertThat(accepted.status()).isEqualTo(401);
        assertThat(own.open("/api/appointments/" + id).text("/status")).isEqualTo("REQUESTED");
    }

    @Test
    void isNoneOnceItIsOverAndKeepsWhatIsPublicOpen() {
        Map<String, String> old = Map.of("Cookie", "bodywork-staff=longago");
        TherapistInTown june = town.settle(answeringRequests());

        assertThat(api.call(HttpMethod.GET, "/api/appointments", null, old).status())
                .isEqualTo(401);
        assertThat(api.call(HttpMethod.GET, openingsOf(june), null, old).status())
                .isEqualTo(200);
    }

    @Test
    void leadsWhoeverIsNotSignedInThroughTheSignInAndBack() {
        Answer sent = api.get("/console/calendar?day=2026-11-24&lang=es");

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.headers().getFirst("Location"))
                .isEqualTo("/console/sign-in?next=%2Fconsole%2Fcalendar%3Fday%3D2026-11-24%26lang%3Des&lang=es");
        Answer page = api.call(HttpMethod.GET, "/console/sign-in?next=/console/calendar&lang=es", null, Map.of());
        assertThat(PageFiles.keep("console-sign-in", page)).contains("Entrar en la consola", "name=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/console",
                "//elsewhere.example",
                "/console/../manage/x",
                "/console/\\elsewhere",
                "/consoles",
                "javascript:alert(1)",
                "/console/sign-in?next=/console/sign-in"
            })
    void comesBackToPagesOfTheConsoleOnly(String next) {
        Console boss = Console.of(TestTokens.manager("boss", Town.id()), api);

        Answer onward = api.call(
                HttpMethod.GET,
                "/console/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8),
                null,
                boss.headers());

        assertThat(onward.status()).isEqualTo(303);
        assertThat(onward.headers().getFirst("Location")).isEqualTo("/console/requests?lang=en");
    }

    @Test
    void asksTheBrowserToComeAgainByItselfAfterAClickElsewhere() {
        Answer page = api.call(HttpMethod.GET, "/console/requests", null, Map.of("Sec-Fetch-Site", "cross-site"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(PageFiles.keep("console-return", page)).contains("http-equiv=\"refresh\"", "/console/sign-in?next=");
    }

    @Test
    void keepsAccountsOutThatAreNoStaff() {
        Answer page = api.call(
                HttpMethod.GET,
                "/console/requests",
                null,
                Map.of("Cookie", "bodywork-staff=" + TestTokens.operator("root")));

        assertThat(page.status()).isEqualTo(403);
        assertThat(PageFiles.keep("console-not-yours", page)).contains("This account is neither");
    }

    @Test
    void endsWhenSomebodySignsOut() {
        Console boss = Console.of(TestTokens.manager("boss", Town.id()), api);

        Answer left = boss.sendAsIs("/console/sign-out", Map.of());

        assertThat(left.status()).isEqualTo(303);
        assertThat(left.headers().getFirst("Location")).isEqualTo("/console/sign-in?lang=en");
        assertThat(left.headers().getFirst("Set-Cookie")).contains("bodywork-staff=;", "Max-Age=0");
    }

    @Test
    void beginsByACodeThatWasEmailedToTheBrowserThatAskedForIt() {
        TherapistInTown june = town.settle(answeringRequests());
        signsIn(TestTokens.therapist(june.id(), june.id()));
        String first = api.get("/console/sign-in?next=/console/calendar&lang=es")
                .body()
                .asString();
        PageForm email = PageForm.in(first, "/console/sign-in").with(Map.of("email", "june@demo.example"));

        Answer sent = api.form(email.action(), email.fields(), Map.of());
        PageForm code = PageForm.in(PageFiles.keep("console-code", sent), "/console/sign-in/code");
        Map<String, String> browser = Map.of("Cookie", BROWSER);
        Answer wrong =
                api.form(code.action(), code.with(Map.of("code", "000000")).fields(), browser);
        Answer elsewhere =
                api.form(code.action(), code.with(Map.of("code", CODE)).fields(), Map.of());
        Answer signedIn =
                api.form(code.action(), code.with(Map.of("code", "123 456")).fields(), browser);

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.headers().getFirst("Set-Cookie"))
                .containsIgnoringCase("; HttpOnly")
                .contains(BROWSER, "Path=/console/sign-in", "SameSite=Strict");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(PageFiles.keep("console-code-wrong", wrong)).contains("Con ese código no se puede entrar");
        assertThat(elsewhere.status())
                .as("a code that was read over somebody's shoulder")
                .isEqualTo(400);
        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.headers().getFirst("Location")).isEqualTo("/console/calendar?lang=es");
        Map<String, String> session = Map.of("Cookie", "bodywork-staff=" + Console.cookieOf(signedIn));
        assertThat(api.call(HttpMethod.GET, "/console/calendar?lang=es", null, session)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, does not look like an email",
        "429, 429, asked for many codes",
        "500, 503, does not work just now",
        "503, 503, does not work just now"
    })
    void keepsTheAddressAndSaysWhyNoCodeIsSent(int told, int status, String words) {
        StandInTherapists.get().isThere();
        StandInTherapists.get().answer("POST", "/api/sign-in", _ -> new Reply(told, "{}"));

        Answer refused = api.form("/console/sign-in", Map.of("email", "june@demo.example"), Map.of());

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.body().asString()).contains(words, "value=\"june@demo.example\"");
    }

    @Test
    void beginsForNobodyWhoseAccountIsNoStaff() {
        signsIn(TestTokens.operator("root"));

        Answer refused = api.form(
                "/console/sign-in/code",
                Map.of("requestId", REQUEST, "email", "root@demo.example", "code", CODE),
                Map.of("Cookie", BROWSER));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.headers().getFirst("Set-Cookie")).isNull();
        assertThat(refused.body().asString()).contains("The console is for therapists");
    }

    @Test
    void keepsTheCodesPageWhileTherapistServiceIsAway() {
        Answer away = api.form(
                "/console/sign-in/code",
                Map.of("requestId", REQUEST, "email", "june@demo.example", "code", CODE),
                Map.of("Cookie", BROWSER));

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.body().asString()).contains("Signing in does not work just now", REQUEST);
    }

    /** As therapist-service does: the code opens in the browser that has asked for it, and nowhere else. */
    private static void signsIn(String token) {
        StandInTherapists therapists = StandInTherapists.get();
        therapists.isThere();
        therapists.answer(
                "POST",
                "/api/sign-in",
                _ -> new Reply(202, "{\"requestId\": \"%s\"}".formatted(REQUEST), "", BROWSER + "; Path=/api/sign-in"));
        therapists.answer("POST", "/api/sign-in/confirm", asked -> {
            boolean right = asked.body().contains(CODE)
                    && asked.body().contains(REQUEST)
                    && asked.cookies().contains(BROWSER);
            return right
                    ? new Reply(
                            200,
                            "{\"accessToken\": \"%s\", \"tokenType\": \"Bearer\", \"expiresIn\": 3600}"
                                    .formatted(token))
                    : new Reply(401, "{}");
        });
    }

    @Test
    void keepsWhatWasTypedWhileNobodyCanBeSignedIn() {
        Answer away = api.form("/console/sign-in", Map.of("email", "june@demo.example"), Map.of());

        assertThat(away.status()).isEqualTo(503);
        assertThat(PageFiles.keep("console-sign-in-away", away))
                .contains("Signing in does not work just now", "value=\"june@demo.example\"");
        assertThat(api.form("/console/sign-in", Map.of("email", " "), Map.of()).status())
                .isEqualTo(400);
        assertThat(api.form("/console/sign-in/code", Map.of("code", "1"), Map.of())
                        .status())
                .isEqualTo(400);
    }

    private static String openingsOf(TherapistInTown therapist) {
        return "/api/openings?therapistId=%s&treatmentId=%s&from=2030-01-01&to=2030-01-02"
                .formatted(therapist.id(), therapist.treatmentId());
    }

    private static String session(String token) {
        return "{\"accessToken\": \"%s\"}".formatted(token);
    }
}
