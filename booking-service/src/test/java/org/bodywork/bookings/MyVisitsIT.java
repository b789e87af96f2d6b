package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class MyVisitsIT {

    private static final Pattern REQUEST = Pattern.compile("name=\"requestId\" value=\"([0-9a-f-]{36})\"");

    private final Town town;
    private final BookingApi api;
    private final EventCipher cipher;
    private final BusinessClock clock;
    private final ClientRecords clients;
    private final Recognition recognition;
    private final ReactiveMongoTemplate mongo;

    MyVisitsIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired EventCipher cipher,
            @Autowired BusinessClock clock,
            @Autowired ClientRecords clients,
            @Autowired Recognition recognition,
            @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.api = new BookingApi(port);
        this.cipher = cipher;
        this.clock = clock;
        this.clients = clients;
        this.recognition = recognition;
        this.mongo = mongo;
    }

    @Test
    void areListedForWhoeverShowsTheEmailedCode() {
        String email = anAddress();
        String first = book(email, "10:00");
        String second = book(email, "12:00");
        book(anAddress(), "14:00");
        String session = proven(email);

        Answer newest = list("?size=1", session);
        Answer older = list("?size=1&after=" + newest.text("/next"), session);

        assertThat(newest.status()).isEqualTo(200);
        assertThat(newest.headers().getCacheControl()).contains("no-store");
        assertThat(newest.text("/items/0/id")).isEqualTo(second);
        assertThat(older.text("/items/0/id")).isEqualTo(first);
        assertThat(older.body().has("next")).isFalse();
        String manage = older.text("/items/0/manageUrl");
        assertThat(api.get("/api/manage/" + manage.substring(manage.lastIndexOf('/') + 1))
                        .text("/id"))
                .isEqualTo(first);
    }

    @Test
    void areListedForWhoeverShowsTheLinkOfOneThoseOfLongAgoToo() {
        String email = anAddress();
        String first = book(email, "10:00");
        clock.moveTo(clock.offset().plus(Duration.ofDays(50)));
        Await.until(
                "the first is archived",
                () -> mongo.exists(Query.query(Criteria.where("_id").is(first)), "appointments")
                        .blockOptional()
                        .orElseThrow(),
                there -> !there);
        Answer booked = booked(email, "12:00");
        String link = "/api" + URI.create(booked.text("/manageUrl")).getPath() + "/my-visits";

        Answer shown = api.post(link, null);

        assertThat(api.get(link).headers().get(HttpHeaders.SET_COOKIE)).isNull();
        Answer newest = list("?size=1", cookies(shown));
        Answer older = list("?size=1&after=" + newest.text("/next"), cookies(shown));
        assertThat(newest.text("/items/0/id")).isEqualTo(booked.text("/id"));
        assertThat(older.text("/items/0/id")).isEqualTo(first);
        assertThat(older.body().at("/items/0").has("manageUrl")).isFalse();
        assertThat(older.body().has("next")).isFalse();
        assertThat(api.post("/api/manage/guessed/my-visits", null).status()).isEqualTo(404);
    }

    @Test
    void areNobodyElses() {
        assertThat(api.get("/api/my-visits").status()).isEqualTo(401);
        assertThat(api.get("/api/my-visits").problem()).isEqualTo("code-needed");
        assertThat(list("", "bodywork-visits=forged").status()).isEqualTo(401);
        assertThat(list("?after=nowhere", "bodywork-visits=forged").wrongFields())
                .containsExactly("/after");
    }

    @Test
    void canBeForgottenByWhoeverHasShownTheCode() {
        String email = anAddress();
        String visit = book(email, "10:00");
        String session = proven(email);
        String manage = list("", session).text("/items/0/manageUrl");
        String link = "/api/manage/" + manage.substring(manage.lastIndexOf('/') + 1);

        Answer forgotten = api.call(HttpMethod.POST, "/api/my-visits/forget-me", null, browser(session));

        assertThat(forgotten.status()).isEqualTo(202);
        assertThat(forgotten.headers().getFirst("Set-Cookie")).contains("bodywork-visits=;", "Max-Age=0");
        Await.until(
                "visit " + visit + " is cancelled", () -> api.get(link).text("/status"), "CANCELLED_BY_CLIENT"::equals);
        assertThat(api.post("/api/my-visits/forget-me", null).problem()).isEqualTo("code-needed");
    }

    @Test
    void answersAnUnknownAddressTheSame() {
        String email = anAddress();
        book(email, "10:00");

        Answer known = ask(email);
        Answer unknown = ask(anAddress());

        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(unknown.body().propertyNames())
                .containsExactlyElementsOf(known.body().propertyNames());
        assertThat(unknown.headers().headerNames()).isEqualTo(known.headers().headerNames());
        Answer refused = confirm(unknown, "nobody@example.org", "000000");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.problem()).isEqualTo("code-refused");
    }

    @Test
    void refusesACodeInAnotherBrowser() {
        String email = anAddress();
        book(email, "10:00");
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "sign-ins")) {
            Answer asked = ask(email);
            String code = code(probe, asked.text("/requestId"));

            Answer elsewhere = api.call(
                    HttpMethod.POST,
                    "/api/my-visits/confirm",
                    confirmation(asked.text("/requestId"), email, code),
                    Map.of("Sec-Fetch-Site", "same-origin"));

            assertThat(elsewhere.status()).isEqualTo(401);
            assertThat(confirm(asked, email, code).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/my-visits | {\"email\": \"nobody\"} | /email",
                "/api/my-visits | {\"email\": 7} | /email",
                "/api/my-visits | {\"email\": {\"$ne\": null}} | /email",
                "/api/my-visits/confirm | {\"requestId\": \"1\", \"email\": \"a@b.org\", \"code\": \"123456\"} | /requestId",
                "/api/my-visits/confirm | {\"requestId\": \"1b220776-f3a3-3b1b-b240-8241a14b4879\", \"email\": \"a@b.org\", \"code\": \"12345\"} | /code"
            })
    void namesTheWrongField(String path, String body, String field) {
        Answer refused = api.post(path, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly(field);
    }

    @Test
    void openAPageThatWorksWithoutScripts() {
        String email = anAddress();
        book(email, "10:00");
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "sign-ins")) {
            Answer empty = api.get("/my-visits");
            Answer asked = api.form("/my-visits", Map.of("email", email), browser(""));
            String request = requestIn(asked);
            String wrong = api.form(
                            "/my-visits/code",
                            Map.of("requestId", request, "email", email, "code", "12"),
                            browser(cookies(asked)))
                    .body()
                    .asString();
            Answer opened = api.form(
                    "/my-visits/code",
                    Map.of("requestId", request, "email", email, "code", code(probe, request)),
                    browser(cookies(asked)));
            Answer shown = api.call(HttpMethod.GET, "/my-visits", null, browser(cookies(opened)));
            Answer left = api.form("/my-visits/leave", Map.of(), browser(cookies(opened)));

            assertThat(empty.body().asString()).contains("<form method=\"post\" action=\"/my-visits?lang=en\"");
            assertThat(empty.headers().getFirst("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("script-src");
            assertThat(empty.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(wrong).contains("role=\"alert\"");
            assertThat(opened.status()).isEqualTo(303);
            assertThat(opened.headers().getFirst(HttpHeaders.LOCATION)).isEqualTo("/my-visits?lang=en");
            assertThat(shown.body().asString())
                    .contains("June Abernathy", "10:00 AM Central Time", "/manage/")
                    .doesNotContain("<script", email);
            assertThat(cookies(left)).isEqualTo("bodywork-visits=");
            PageFiles.keep("my-visits-code", asked);
            PageFiles.keep("my-visits-list", shown);
        }
    }

    @Test
    void putNothingOnThePageThatSomebodyTyped() {
        Answer page = api.form("/my-visits", Map.of("email", "\"><script>alert(1)</script>"), browser(""));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body().asString()).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void sendNothingToWhoeverOnlyFollowsLinks() {
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            assertThat(api.call(method, "/my-visits?email=ada@example.org", null, Map.of("Sec-Purpose", "prefetch"))
                            .headers()
                            .get(HttpHeaders.SET_COOKIE))
                    .isNull();
        }
        assertThat(api.get("/my-visits/code").status()).isIn(401, 404, 405);
    }

    @Test
    void openATreatmentForReturningClientsOnlyToThoseWhoProveIt() {
        TherapistInTown june = town.settle(bookedInstantly());
        String email = anAddress();
        complete(june, email);
        town.publish(
                "therapists",
                "org.bodywork.therapist.changed.v1",
                june.id(),
                2,
                june.closingAt("17:00", 2).json().replace("\"clients\": \"ANY\"", "\"clients\": \"RETURNING\""));
        town.awaitKnown("listings", june.id(), 2);
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));
        ((ObjectNode) booking.at("/client")).put("email", email);

        Answer unproven = api.book(booking);
        Answer held = api.post(
                "/api/holds",
                "{\"therapistId\": \"%s\", \"treatmentId\": \"%s\", \"start\": \"%s\"}"
                        .formatted(june.id(), june.treatmentId(), startAt(town.inTwoWeeks(), "10:00")));

        assertThat(unproven.status()).isEqualTo(409);
        assertThat(unproven.problem()).isEqualTo("returning-clients-only");
        assertThat(unproven.text("/detail")).contains("/my-visits");
        assertThat(held.problem()).isEqualTo("returning-clients-only");
        Map<String, String> chosen = Map.of(
                "therapist", june.id(), "treatment", june.treatmentId(), "start", startAt(town.inTwoWeeks(), "12:00"));
        String another = anAddress();
        book(another, "14:00");
        for (String cookies : List.of("", proven(another))) {
            Answer page = api.form("/book", chosen, browser(cookies));
            assertThat(page.status()).isEqualTo(409);
            assertThat(page.body().asString()).contains("href=\"/my-visits?lang=en\"");
        }
        assertThat(api.form("/book", chosen, browser(proven(email))).status()).isEqualTo(303);
        Answer proven = api.call(
                HttpMethod.POST,
                "/api/appointments",
                booking.toString(),
                Map.of(HttpHeaders.COOKIE, proven(email), "Idempotency-Key", BookingApi.aKey()));
        assertThat(proven.status()).isEqualTo(201);
        assertThat(proven.body().at("/intakeNeeded").asBoolean(true)).isFalse();
        Answer read =
                api.get("/api/appointments/" + proven.text("/id") + "/intake", TestTokens.therapist("june", june.id()));
        assertThat(read.text("/answers/painLevel")).isEqualTo("7");
    }

    /** A visit with answers, from the booking to its end; returns once it is remembered. */
    private void complete(TherapistInTown therapist, String email) {
        LocalDate tomorrow = clock.now().atZone(Town.ZONE).toLocalDate().plusDays(1);
        ObjectNode booking = aBooking(therapist, startAt(tomorrow, "10:00"));
        ((ObjectNode) booking.at("/client")).put("email", email);
        booking.putObject("intake")
                .put("version", "2026-1")
                .put("painLevel", 7)
                .put("pregnancy", "no")
                .put("pressure", "firm")
                .put("consent", true)
                .putArray("warningSigns");
        String path = "/api/appointments/" + api.book(booking).text("/id");
        clock.moveTo(clock.offset()
                .plus(Duration.between(clock.now(), tomorrow.atTime(10, 0).atZone(Town.ZONE))));
        String token = TestTokens.therapist("june", therapist.id());
        api.post(path + "/check-in", null, token);
        assertThat(api.post(path + "/complete", null, token).status()).isEqualTo(200);
        String client = recognition.refOf(new EmailAddress(email));
        Await.until(
                "the visit is remembered",
                () -> clients.historyOf(client).blockOptional().orElseThrow(),
                history -> !history.intakes().isEmpty());
    }

    private String proven(String email) {
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "sign-ins")) {
            Answer asked = ask(email);
            Answer confirmed = confirm(asked, email, code(probe, asked.text("/requestId")));
            assertThat(confirmed.status()).isEqualTo(200);
            assertThat(confirmed.text("/expiresIn")).isEqualTo("1800");
            return cookies(confirmed);
        }
    }

    private Answer ask(String email) {
        return api.call(
                HttpMethod.POST,
                "/api/my-visits",
                "{\"email\": \"%s\"}".formatted(email.toUpperCase(Locale.ROOT)),
                browser(""));
    }

    private Answer confirm(Answer asked, String email, String code) {
        return api.call(
                HttpMethod.POST,
                "/api/my-visits/confirm",
                confirmation(asked.text("/requestId"), email, code),
                browser(cookies(asked)));
    }

    private static String confirmation(String request, String email, String code) {
        return "{\"requestId\": \"%s\", \"email\": \"%s\", \"code\": \"%s\"}".formatted(request, email, code);
    }

    private Answer list(String query, String session) {
        return api.call(HttpMethod.GET, "/api/my-visits" + query, null, browser(session));
    }

    private String code(EventProbe probe, String request) {
        SeenEvent event = probe.await("sign-ins", seen -> seen.text("/id").equals(request));
        return EventJson.tree(cipher.open(request, "org.bodywork.sign-in.code-issued.v1", event.text("/sealed")))
                .at("/code")
                .asString();
    }

    private static String requestIn(Answer page) {
        Matcher found = REQUEST.matcher(page.body().asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> browser(String cookies) {
        return cookies.isEmpty()
                ? Map.of("Sec-Fetch-Site", "same-origin")
                : Map.of("Sec-Fetch-Site", "same-origin", HttpHeaders.COOKIE, cookies);
    }

    private static String cookies(Answer answer) {
        return String.join(
                "; ",
                Objects.requireNonNull(answer.headers().get(HttpHeaders.SET_COOKIE)).stream()
                        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                        .toList());
    }

    private String book(String email, String time) {
        return booked(email, time).text("/id");
    }

    private Answer booked(String email, String time) {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), time));
        ((ObjectNode) booking.at("/client")).put("email", email).put("name", "Ada " + time);
        return api.book(booking);
    }

    private static String anAddress() {
        return "ada-" + UUID.randomUUID() + "@example.org";
    }
}
