package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every page behind a secret, tried with what is somebody else's, with what is nobody's, and long after its time. */
@WholeService
class PrivatePagesIT {

    /** In the paths of this service, what is a right and not a name. */
    private static final Pattern SECRET = Pattern.compile("\\{(secret|hold|token)}");

    /** Whether a token for a review is good, only therapist-service knows; the page itself tells nothing. */
    private static final String REVIEW = "/review/";

    private static final String A_SLUG = "brickyard";

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final ReactiveMongoTemplate mongo;
    private final List<Route> routes;

    PrivatePagesIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired BusinessClock clock,
            @Autowired ReactiveMongoTemplate mongo,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.mongo = mongo;
        this.routes = mappings.getHandlerMethods().keySet().stream()
                .flatMap(each -> Route.of(each).stream())
                .filter(route -> !route.path().startsWith(REVIEW))
                .toList();
    }

    @Test
    void areAllTried() {
        assertThat(routes)
                .extracting(Route::path)
                .contains("/manage/{secret}", "/manage/{secret}/after", "/manage/{secret}/visit.ics")
                .contains("/manage/{secret}/cancel", "/book/{hold}", "/answer/{secret}/accept");
    }

    @Test
    void openNothingForASecretThatIsNotTheirs() {
        Client ada = client("Ida Brook", "Brook House", "10:00");
        String hold = hold();
        Map<String, String> before = everything();
        List<String> foreign = List.of(
                "a".repeat(43),
                ada.secret().substring(0, 42),
                ada.secret() + "A",
                (ada.secret().startsWith("A") ? "B" : "A") + ada.secret().substring(1),
                ada.id(),
                "null");

        for (Route route : routes) {
            for (String secret : foreign) {
                opensNothing(route, secret);
            }
            opensNothing(route, route.path().contains("{hold}") ? ada.secret() : hold);
            if (!route.path().startsWith("/manage/") && !route.path().contains("/booked/")) {
                opensNothing(route, ada.secret());
            }
        }

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void showEachClientTheirOwnVisitOnly() {
        Client ada = client("Ida Brook", "Brook House", "10:00");
        Client bea = client("Max Ferrer", "Casa Ferrer", "14:00");
        String asBea = session(bea);

        for (Route route : routes) {
            if (route.reads() && route.path().startsWith("/manage/")) {
                for (Map<String, String> browser : List.of(Map.<String, String>of(), Map.of("Cookie", asBea))) {
                    String html = api.call(HttpMethod.GET, route.with(ada.secret()), null, browser)
                            .body()
                            .asString();
                    assertThat(html).as(route.path()).doesNotContain("Ferrer", bea.secret(), bea.therapist());
                }
            }
        }

        assertThat(api.get("/manage/" + ada.secret()).body().asString()).contains("Ida Brook", "Brook House");
        String mine = api.call(HttpMethod.GET, "/my-visits", null, Map.of("Cookie", asBea))
                .body()
                .asString();
        assertThat(mine).contains("Max Ferrer, Casa Ferrer", bea.secret()).doesNotContain("Brook", ada.secret());
    }

    @Test
    void askAgainWhoeverShowsAnotherSession() {
        for (String cookie : List.of("forged", "a".repeat(43) + ".9999999999." + "a".repeat(43), "")) {
            for (String path : List.of("/my-visits", "/my-visits?after=forged")) {
                Answer asked = api.call(HttpMethod.GET, path, null, Map.of("Cookie", "bodywork-visits=" + cookie));

                assertThat(asked.status()).isEqualTo(200);
                assertThat(asked.body().asString()).contains("name=\"email\"").doesNotContain("/manage/");
            }
        }
    }

    @Test
    void readButChangeNothingOnceTheVisitIsOver() {
        Client ada = client("Ida Brook", "Brook House", "10:00");
        after(ada, Duration.ofHours(2));

        String shown = api.get("/manage/" + ada.secret()).body().asString();
        Answer cancelled = api.form("/manage/" + ada.secret() + "/cancel", Map.of(), Map.of());

        assertThat(shown).contains("Ida Brook").doesNotContain("/cancel", "/move", "/intake\"");
        assertThat(cancelled.status()).isEqualTo(303);
        assertThat(api.get("/api/manage/" + ada.secret()).text("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void sayWhatToDoNextThirtyDaysAfterTheVisit() {
        Client ada = client("Ida Brook", "Brook House", "10:00");
        after(ada, Duration.ofDays(30).minusHours(1));
        assertThat(api.get("/manage/" + ada.secret()).status()).isEqualTo(200);
        after(ada, Duration.ofDays(30).plusMinutes(1));

        for (Route route : routes) {
            if (route.path().startsWith("/manage/") || route.path().contains("/booked/")) {
                String html = opensNothing(route, ada.secret());

                assertThat(html)
                        .as(route.toString())
                        .contains("more than thirty days ago", "href=\"/my-visits?lang=en\"");
            }
        }
        assertThat(PageFiles.keep("no-link-visit", api.get("/manage/" + ada.secret())))
                .contains("This link opens nothing");
    }

    private String opensNothing(Route route, String secret) {
        Answer answer = route.reads()
                ? api.call(HttpMethod.GET, route.with(secret), null, Map.of("Accept", "text/html"))
                : api.form(route.with(secret), Map.of(), Map.of());

        assertThat(answer.status()).as(route + " with " + secret).isIn(404, 410);
        assertThat(answer.headers().getCacheControl()).as(route.toString()).contains("no-store");
        String html = answer.body().isString()
                ? answer.body().asString()
                : answer.body().toString();
        if (!route.path().startsWith("/calendars/")) {
            assertThat(html).as(route + " with " + secret).contains("<h1>", "href=\"/");
        }
        return html;
    }

    /** One way in, by its mapping. */
    private record Route(String path, boolean reads) {

        static List<Route> of(RequestMappingInfo mapping) {
            List<Route> all = new ArrayList<>();
            for (String path : mapping.getPatternsCondition().getPatterns().stream()
                    .map(Object::toString)
                    .toList()) {
                if (SECRET.matcher(path).find() && !path.startsWith("/api/")) {
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> all.add(new Route(path, method == RequestMethod.GET)));
                }
            }
            return all;
        }

        String with(String secret) {
            return SECRET.matcher(path.replaceAll("\\{practice[^/]*}", A_SLUG))
                    .replaceAll(secret)
                    .replaceAll("\\{[^/]*}", A_SLUG);
        }

        @Override
        public String toString() {
            return (reads ? "GET " : "POST ") + path;
        }
    }

    /** Somebody with one visit. */
    private record Client(String id, String secret, String therapist, String treatment, LocalDate date) {}

    /** At a practice of their own, so that nothing on their pages is on anybody else's. */
    private Client client(String therapistName, String place, String time) {
        TherapistInTown june = town.settle(bookedInstantly());
        town.publish(
                "therapists",
                "org.bodywork.therapist.changed.v1",
                june.id(),
                2,
                june.closingAt("17:00", 2).json().replace("June Abernathy", therapistName));
        town.publish(
                "practices",
                "org.bodywork.practice.changed.v1",
                june.practiceId(),
                2,
                june.practiceJson()
                        .replace("\"sequence\": 1", "\"sequence\": 2")
                        .replace("Brickyard, Maplewood", place));
        town.awaitKnown("listings", june.id(), 2);
        town.awaitKnown("practices", june.practiceId(), 2);
        LocalDate date = town.inTwoWeeks();
        Answer booked = api.book(aBooking(june, startAt(date, time)));
        String url = booked.text("/manageUrl");
        return new Client(
                booked.text("/id"), url.substring(url.lastIndexOf('/') + 1), june.id(), june.treatmentId(), date);
    }

    private String hold() {
        TherapistInTown other = town.settle(bookedInstantly());
        Answer held = api.post(
                "/api/holds",
                "{\"therapistId\": \"%s\", \"treatmentId\": \"%s\", \"start\": \"%s\"}"
                        .formatted(other.id(), other.treatmentId(), startAt(town.inTwoWeeks(), "12:00")));
        return held.text("/id");
    }

    private String session(Client client) {
        Answer opened = api.form("/manage/" + client.secret() + "/my-visits", Map.of(), Map.of());
        String cookie = String.valueOf(opened.headers().getFirst("Set-Cookie"));
        return cookie.substring(0, cookie.indexOf(';'));
    }

    /** The visit of an hour from ten or two o'clock has ended so long ago. */
    private void after(Client client, Duration since) {
        Duration ahead = Duration.between(
                clock.now(),
                client.date().atTime(11, 0).atZone(Town.ZONE).toInstant().plus(since));
        clock.moveTo(clock.offset().plus(ahead));
    }

    /** All visits and holds with their versions. */
    private Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>();
        List<Document> found = Objects.requireNonNull(
                mongo.findAll(Document.class, "appointments").collectList().block());
        found.forEach(each -> all.put(String.valueOf(each.get("_id")), each.get("status") + " " + each.get("version")));
        return all;
    }
}
