package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bodywork.bookings.browser.Arrival;
import org.bodywork.bookings.browser.Arrival.Screen;
import org.bodywork.bookings.browser.Visitor;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a client shows an insurer of a visit that took place. */
@WholeService
class ReceiptIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final ReactiveMongoTemplate mongo;
    private final int port;

    ReceiptIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired BusinessClock clock,
            @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.mongo = mongo;
        this.port = port;
    }

    @Test
    void saysWhoGaveWhatToWhomAndUnderWhichNumber() {
        TherapistInTown june = town.settle(bookedInstantly());
        licensed(june, 2, "2016004211");
        Visited visit = completed(june, "Zoë Nuñez", "{\"procedureCode\": \"97140\"}");

        Answer receipt = api.get("/api" + visit.link() + "/receipt");
        Answer staffs = forStaff(june, visit, "");

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.text("/number")).matches("R(-[0-9A-F]{4}){3}");
        assertThat(receipt.text("/practice")).isEqualTo("Brickyard Bodywork");
        assertThat(receipt.text("/location")).isEqualTo("Brickyard, Maplewood");
        assertThat(receipt.text("/address/1")).isEqualTo("Maplewood, MO 63143");
        assertThat(receipt.text("/date")).isEqualTo(visit.date().toString());
        assertThat(receipt.text("/items/0/person")).isEqualTo("Zoë Nuñez");
        assertThat(receipt.text("/items/0/therapist")).isEqualTo("June Abernathy");
        assertThat(receipt.text("/items/0/licence")).isEqualTo("MO 2016004211");
        assertThat(receipt.text("/items/0/minutes")).isEqualTo("60");
        assertThat(receipt.text("/items/0/price/amount")).isEqualTo("95.00");
        assertThat(receipt.text("/procedureCode")).isEqualTo("97140");
        assertThat(staffs.body()).isEqualTo(receipt.body());
    }

    @Test
    void staysAsItWasWhateverBecomesOfTheListing() {
        TherapistInTown june = town.settle(bookedInstantly());
        licensed(june, 2, "2016004211");
        Visited visit = completed(june, "Ada Lovelace", "{\"procedureCode\": \"97124\"}");
        Answer before = api.get("/api" + visit.link() + "/receipt");

        licensed(june.closingAt("16:00", 3), 3, "2026999999");
        town.publish(
                "practices",
                "org.bodywork.practice.changed.v1",
                june.practiceId(),
                2,
                june.practiceJson()
                        .replace("\"sequence\": 1", "\"sequence\": 2")
                        .replace("Brickyard", "Elsewhere"));
        town.awaitKnown("practices", june.practiceId(), 2);

        assertThat(api.get("/api" + visit.link() + "/receipt").body()).isEqualTo(before.body());
    }

    @ParameterizedTest
    @CsvSource({
        "Zoë Nuñez, en, 'Receipt number|Zoë Nuñez|97124|MO 77|$95.00|Massage therapy'",
        "Łukasz Żółć, es, 'Número de recibo|Łukasz Żółć|97124|Fecha de la cita|Masaje terapéutico'"
    })
    void isAPaperThatReadsLikeThePage(String name, String language, String words) throws IOException {
        TherapistInTown june = town.settle(bookedInstantly());
        licensed(june, 2, "77");
        Visited visit = completed(june, name, "{\"procedureCode\": \"97124\"}");

        String paper = textOf(bytesAt(visit.link() + "/receipt.pdf?lang=" + language));
        Answer page = api.get(visit.link() + "/receipt?lang=" + language);

        String html = PageFiles.keep("receipt-" + language, page);
        assertThat(paper).contains(words.split("\\|"));
        assertThat(html).contains(words.split("\\|"));
        assertThat(page.headers().getCacheControl()).contains("no-store");
        assertThat(textOf(bytesAt("/api" + visit.link() + "/receipt.pdf"))).contains(name);
    }

    @Test
    void takesTheCodeAlsoLaterAndKeepsItSealed() {
        TherapistInTown june = town.settle(bookedInstantly());
        Visited visit = completed(june, "Ada Lovelace", null);
        String path = "/api/appointments/" + visit.id() + "/procedure";
        Map<String, String> bearer = bearer(TestTokens.therapist("june", june.id()));

        assertThat(api.get("/api" + visit.link() + "/receipt").body().has("procedureCode"))
                .isFalse();
        Answer chosen = api.call(HttpMethod.PUT, path, "{\"code\": \"97124\"}", bearer);
        Answer another = api.call(HttpMethod.PUT, path, "{\"code\": \"97140\"}", bearer);

        assertThat(chosen.text("/procedureCode")).isEqualTo("97124");
        assertThat(another.text("/procedureCode")).isEqualTo("97140");
        assertThat(api.get("/api" + visit.link() + "/receipt").text("/procedureCode"))
                .isEqualTo("97140");
        Document stored = mongo.findById(visit.id(), Document.class, "appointments")
                .blockOptional(PATIENCE)
                .orElseThrow();
        assertThat(stored.toJson()).doesNotContain("97140", "97124").contains("\"procedure\"");
    }

    @Test
    void refusesWhatIsNoCodeAndWhatIsNotOver() {
        TherapistInTown june = town.settle(bookedInstantly());
        Map<String, String> bearer = bearer(TestTokens.therapist("june", june.id()));
        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
        String visit = "/api/appointments/" + booked.text("/id");
        String link = linkOf(booked);

        assertThat(api.call(HttpMethod.PUT, visit + "/procedure", "{\"code\": \"97110\"}", bearer)
                        .wrongFields())
                .containsExactly("/code");
        assertThat(api.call(HttpMethod.PUT, visit + "/procedure", "{\"code\": \"97124\"}", bearer)
                        .text("/status"))
                .isEqualTo("CONFIRMED");
        assertThat(api.call(HttpMethod.GET, visit + "/receipt", null, bearer).status())
                .isEqualTo(409);
        assertThat(api.get("/api" + link + "/receipt").text("/status")).isEqualTo("CONFIRMED");
        assertThat(api.get(link + "/receipt").status()).isEqualTo(404);
        assertThat(api.get(link + "/receipt").body().asString()).contains("once the visit took place");
        assertThat(api.get(link + "/receipt.pdf").status()).isEqualTo(303);
    }

    @Test
    void isNobodyElses() {
        TherapistInTown june = town.settle(bookedInstantly());
        Visited visit = completed(june, "Ada Lovelace", null);
        String path = "/api/appointments/" + visit.id();
        Map<String, String> stranger = bearer(TestTokens.manager("stranger", Town.id()));

        assertThat(api.get(path + "/receipt").status()).isEqualTo(401);
        assertThat(api.call(HttpMethod.GET, path + "/receipt", null, stranger).status())
                .isEqualTo(404);
        assertThat(api.call(HttpMethod.GET, path + "/receipt.pdf", null, stranger)
                        .status())
                .isEqualTo(404);
        assertThat(api.call(HttpMethod.PUT, path + "/procedure", "{\"code\": \"97124\"}", stranger)
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/manage/nothing/receipt").status()).isEqualTo(404);
        assertThat(api.get("/manage/nothing/receipt").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @Needs(Need.BROWSER)
    @CsvSource({"PHONE, false, en", "NARROW, true, es", "DESKTOP, false, es"})
    void isForEverybody(Screen screen, boolean dark, String language) {
        TherapistInTown june = town.settle(bookedInstantly());
        licensed(june, 2, "2016004211");
        Visited visit = completed(june, "Ada Lovelace", null);
        String cookie = String.valueOf(Console.of(TestTokens.therapist("june", june.id()), api)
                .headers()
                .get("Cookie"));
        Arrival arrival = Arrival.at(port).on(screen).speaking(language);
        try (Visitor visitor = (dark ? arrival.inTheDark() : arrival).come()) {
            visitor.context()
                    .addCookies(List.of(new Cookie(
                                    cookie.substring(0, cookie.indexOf('=')), cookie.substring(cookie.indexOf('=') + 1))
                            .setUrl("http://localhost:" + port)));
            visitor.open("/console/visits/" + visit.id() + "/receipt?lang=" + language);
            visitor.page().locator("input[value='97140']").check();
            visitor.page().locator("main form button").click();
            visitor.page().locator("dd:has-text('97140')").waitFor();
            look(visitor, "receipt-desk");
            visitor.open(visit.link() + "/receipt?lang=" + language);
            look(visitor, "receipt");
        }
    }

    private static void look(Visitor visitor, String name) {
        visitor.page().waitForLoadState();
        visitor.shoot(name);
        visitor.seesAllOfItsWidth();
        visitor.findsItAccessible();
        visitor.hadNoTrouble();
    }

    private void licensed(TherapistInTown therapist, long sequence, String number) {
        ObjectNode listing = (ObjectNode) JsonMapper.shared()
                .readTree(therapist.closingAt("17:00", sequence).json());
        listing.putObject("licence").put("number", number).put("state", "MO").put("expires", "2099-10-31");
        town.publish("therapists", "org.bodywork.therapist.changed.v1", therapist.id(), sequence, listing.toString());
        town.awaitKnown("listings", therapist.id(), sequence);
    }

    /** Business time moves to its start. */
    private Visited completed(TherapistInTown june, String client, @Nullable String noted) {
        LocalDate tomorrow = clock.now().atZone(Town.ZONE).toLocalDate().plusDays(1);
        ObjectNode booking = aBooking(june, startAt(tomorrow, "10:00"));
        ((ObjectNode) booking.get("client")).put("name", client);
        Answer booked = api.book(booking);
        String visit = "/api/appointments/" + booked.text("/id");
        clock.moveTo(clock.offset()
                .plus(Duration.between(clock.now(), tomorrow.atTime(10, 0).atZone(Town.ZONE))));
        String token = TestTokens.therapist("june", june.id());
        api.post(visit + "/check-in", null, token);
        assertThat(api.post(visit + "/complete", noted, token).status()).isEqualTo(200);
        return new Visited(booked.text("/id"), linkOf(booked), tomorrow);
    }

    private Answer forStaff(TherapistInTown june, Visited visit, String ending) {
        return api.call(
                HttpMethod.GET,
                "/api/appointments/" + visit.id() + "/receipt" + ending,
                null,
                bearer(TestTokens.manager("boss", june.practiceId())));
    }

    private byte[] bytesAt(String path) {
        return WebClient.create("http://localhost:" + port)
                .get()
                .uri(path)
                .retrieve()
                .bodyToMono(byte[].class)
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(paper);
        }
    }

    private static String linkOf(Answer booked) {
        return booked.text("/manageUrl").substring("http://localhost:8080".length());
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private record Visited(String id, String link, LocalDate date) {}
}
