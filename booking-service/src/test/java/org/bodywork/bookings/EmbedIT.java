package org.bodywork.bookings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.bookings.browser.Arrival;
import org.bodywork.bookings.browser.Visitor;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

/** Booking in a frame on a practice's own site. */
@WholeService
class EmbedIT {

    private static final String ALLOWED = "http://practice.localhost:*";

    private static final String HEIGHT = "document.querySelector('iframe').offsetHeight";

    private final Town town;
    private final BookingApi api;
    private final int port;

    EmbedIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
        this.port = port;
    }

    @Test
    void mayBeFramedByAllowedSitesOnly() {
        String slug = town.nameAlone(town.settle(bookedInstantly()));

        Answer frame = api.get("/embed/" + slug);
        Answer script = api.get("/embed.js");

        assertThat(frame.status()).isEqualTo(200);
        assertThat(PageFiles.keep("embed", frame))
                .contains(
                        "Book at Brickyard Bodywork",
                        "June Abernathy",
                        "All times for Swedish massage",
                        "name=\"start\"")
                .doesNotContain("class=\"top\"");
        assertThat(frame.headers().getFirst("Content-Security-Policy"))
                .contains("frame-ancestors 'self' " + ALLOWED)
                .doesNotContain("unsafe");
        assertThat(api.get("/my-visits").headers().getFirst("Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
        assertThat(script.headers().getFirst("Content-Type")).startsWith("text/javascript");
        assertThat(script.headers().getCacheControl()).contains("max-age=3600");
    }

    @Test
    void staysInTheFrameFromTheTimeToTheVisit() {
        TherapistInTown june = town.settle(bookedInstantly());
        String slug = town.nameAlone(june);
        PageForm start = PageForm.in(api.get("/embed/" + slug).body().asString(), "/book");

        Answer held = send(start);
        String contact = api.get(location(held)).body().asString();
        String questions = send(form(contact)
                        .with(Map.of(
                                "name",
                                "Ada",
                                "email",
                                "ada-" + UUID.randomUUID() + "@example.org",
                                "go",
                                "questions")))
                .body()
                .asString();
        String review = send(form(questions).pressing("go", "later")).body().asString();
        Answer booked = send(form(review).pressing("go", "book"));

        assertThat(location(held)).startsWith("/embed/" + slug + "/book/");
        assertThat(held.headers().getFirst("Set-Cookie"))
                .as("a cookie that no frame keeps")
                .isNull();
        assertThat(location(booked)).matches("/embed/" + slug + "/booked/[A-Za-z0-9_-]{43}\\?lang=en");
        Answer done = api.get(location(booked));
        assertThat(PageFiles.keep("embed-booked", done)).contains("You are booked", "target=\"_blank\"");
        assertThat(done.headers().getFirst("Content-Security-Policy")).contains("frame-ancestors 'self' " + ALLOWED);
    }

    @Test
    void letsTheSameSitesReadThatMayFrameIt() {
        for (String origin : List.of("http://practice.localhost:4711", "http://practice.localhost:80")) {
            assertThat(read(origin).headers().getAccessControlAllowOrigin()).isEqualTo(origin);
        }
        for (String origin : List.of(
                "http://stranger.localhost:4711",
                "https://practice.localhost:4711",
                "http://practice.localhost.stranger.example:4711")) {
            assertThat(read(origin).headers().getAccessControlAllowOrigin())
                    .as(origin)
                    .isNull();
        }
    }

    private Answer read(String origin) {
        return api.call(HttpMethod.GET, "/api/intake/form", null, Map.of("Origin", origin));
    }

    @Test
    void booksWithItsOwnPracticeOnly() {
        String slug = town.nameAlone(town.settle(bookedInstantly()));
        TherapistInTown stranger = town.settle(bookedInstantly());
        Map<String, String> chosen = Map.of(
                "therapist",
                stranger.id(),
                "treatment",
                stranger.treatmentId(),
                "start",
                startAt(town.inTwoWeeks(), "10:00"));
        String held = location(api.form("/book", chosen, Map.of()));
        String booked = api.book(aBooking(stranger, startAt(town.inTwoWeeks(), "14:00")))
                .text("/manageUrl");

        for (String path : List.of(
                "/book?therapist=" + stranger.id(),
                "/book?therapist=%s&treatment=%s".formatted(stranger.id(), stranger.treatmentId()),
                "/book?area=maplewood&modality=swedish&minutes=60&start=" + startAt(town.inTwoWeeks(), "10:00"),
                held,
                "/booked" + booked.substring(booked.lastIndexOf('/')))) {
            assertThat(api.get("/embed/" + slug + path).status()).as(path).isEqualTo(404);
        }
        assertThat(api.form("/embed/" + slug + "/book", chosen, Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void countsHoldsByTheTokenOfItsForms() {
        TherapistInTown june = town.settle(bookedInstantly());
        String slug = town.nameAlone(june);
        String week = api.get("/embed/%s/book?therapist=%s&treatment=%s".formatted(slug, june.id(), june.treatmentId()))
                .body()
                .asString();
        PageForm form = PageForm.in(week, "/book");
        String day = town.inTwoWeeks().toString();

        for (String time : new String[] {"09:00", "11:00", "13:00"}) {
            assertThat(send(form.with(Map.of("start", day + "T" + time + ":00-06:00")))
                            .status())
                    .isEqualTo(303);
        }
        Answer fourth = send(form.with(Map.of("start", day + "T15:00:00-06:00")));
        Answer anothers = send(form.with(Map.of("start", day + "T15:00:00-06:00", "browser", "made-up.1.x")));

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.body().asString()).contains("You are holding enough times");
        assertThat(anothers.status()).isEqualTo(303);
    }

    @Test
    void saysSoWhereThereIsNoSuchPractice() {
        assertThat(api.get("/embed/nobody-here").status()).isEqualTo(404);
        assertThat(api.get("/embed/nobody-here/demo").status()).isEqualTo(404);
        assertThat(api.get("/embed/nobody-here").body().asString()).contains("No such practice");
    }

    @Test
    @Needs(Need.BROWSER)
    void booksOnTheSiteOfAPractice() {
        String slug = town.nameAlone(town.settle(bookedInstantly()));
        try (OwnSite site = OwnSite.showing(slug, port);
                Visitor visitor = Arrival.at(port).onPhone().come()) {
            Page page = visitor.page();
            page.navigate(site.as("practice.localhost"));
            FrameLocator frame = page.frameLocator("iframe");

            frame.locator("main form button").first().click();
            frame.locator("#name").fill("Ada Lovelace");
            frame.locator("#email").fill("ada-" + UUID.randomUUID() + "@example.org");
            page.waitForFunction(HEIGHT + " > 900");
            int whereOneTypes = ((Number) page.evaluate(HEIGHT)).intValue();
            frame.locator("button[value=questions]").click();
            frame.locator("button[value=later]").click();
            frame.locator("button[value=book]").click();

            assertThat(frame.locator("h1")).hasText("You are booked");
            page.waitForFunction(HEIGHT + " < " + whereOneTypes);
            visitor.shoot("embed-booked");
        }
    }

    @Test
    @Needs(Need.BROWSER)
    void isNotShownOnAnyOtherSite() {
        String slug = town.nameAlone(town.settle(bookedInstantly()));
        try (OwnSite site = OwnSite.showing(slug, port);
                Visitor visitor = Arrival.at(port).come()) {
            Page page = visitor.page();
            page.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions()
                            .setPredicate(message -> message.text().contains("frame-ancestors")),
                    () -> page.navigate(site.as("stranger.localhost")));

            assertThat(page.frameLocator("iframe").locator("main form")).hasCount(0);
        }
    }

    @Test
    @Needs(Need.BROWSER)
    void isShownOnADemoPage() {
        String slug = town.nameAlone(town.settle(bookedInstantly()));
        for (String language : new String[] {"en", "es"}) {
            try (Visitor visitor = Arrival.at(port).onPhone().speaking(language).come()) {
                visitor.open("/embed/" + slug + "/demo?lang=" + language);
                visitor.page()
                        .frameLocator("iframe")
                        .locator("main form button")
                        .first()
                        .waitFor();
                visitor.page().waitForFunction(HEIGHT + " !== 480");
                visitor.shoot("embed-demo");
                visitor.seesAllOfItsWidth();
                visitor.findsItAccessible();
                visitor.hadNoTrouble();
            }
        }
    }

    /** A page with the script tag, from a server of its own. */
    private record OwnSite(HttpServer server) implements AutoCloseable {

        static OwnSite showing(String slug, int port) {
            byte[] html = ("<!doctype html><html lang=en><title>Our practice</title><h1>Our practice</h1>"
                            + "<script async src=\"http://localhost:%d/embed.js\" data-practice=\"%s\"></script>")
                    .formatted(port, slug)
                    .getBytes(StandardCharsets.UTF_8);
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/", exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, html.length);
                    exchange.getResponseBody().write(html);
                    exchange.close();
                });
                server.start();
                return new OwnSite(server);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String as(String name) {
            return "http://%s:%d/".formatted(name, server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static PageForm form(String html) {
        return PageForm.in(html, "id=\"booking\"");
    }

    private Answer send(PageForm form) {
        return api.form(form.action(), form.fields(), Map.of());
    }

    private static String location(Answer answer) {
        return String.valueOf(answer.headers().getFirst("Location"));
    }
}
