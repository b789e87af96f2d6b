package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

/** What a client sees behind the secret link, without scripts; therapist-service is away. */
@WholeService
class ClientPagesIT {

    private static final Pattern START = Pattern.compile("name=\"start\" value=\"([^\"]+)\"");
    private static final Pattern REVIEW = Pattern.compile("href=\"(/review/[A-Za-z0-9_-]{43})");

    private static final Map<String, String> ANSWERS =
            Map.of("painLevel", "6", "pregnancy", "no", "pressure", "medium", "consent", "true", "goal", "Sleep again");

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;

    ClientPagesIT(@Autowired Town town, @LocalServerPort int port, @Autowired BusinessClock clock) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
    }

    @Test
    void showsTheVisitItsFormAndTheWayOut() {
        String link = manage(bookedInstantly());

        Answer page = api.get(link);
        String html = PageFiles.keep("manage", page);

        assertThat(page.status()).isEqualTo(200);
        assertThat(html)
                .contains("This visit is confirmed", "June Abernathy", "10:00 AM Central Time", "/visit.ics")
                .contains("Where does it hurt?", "name=\"painLevel\"", "value=\"chest-pain\"", "Yes, cancel it")
                .doesNotContain("<script", "Lovelace", "@example.org");
        assertThat(page.headers().getFirst("Content-Security-Policy")).doesNotContain("script-src", "unsafe");
        assertThat(page.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headers().getCacheControl()).contains("no-store");
        assertThat(PageFiles.keep("manage-es", api.get(link + "?lang=es")))
                .contains("Esta cita está confirmada", "¿Dónde le duele?", "hora central");
    }

    @Test
    void takesAnswersAndNamesThoseThatAreMissing() {
        String link = manage(bookedInstantly());
        Map<String, String> missing = new HashMap<>(ANSWERS);
        missing.remove("consent");
        missing.remove("pregnancy");

        Answer refused = api.form(link + "/intake", missing, Map.of());
        Answer taken = api.form(link + "/intake", ANSWERS, Map.of());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(PageFiles.keep("intake-wrong", refused))
                .contains("id=\"consent-fault\"", "id=\"pregnancy-fault\"", "Sleep again")
                .doesNotContain("id=\"pressure-fault\"");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().asString()).contains("Your answers are here").doesNotContain("Sleep again");
        assertThat(api.get("/api" + link).body().at("/intakeNeeded").asBoolean(true))
                .isFalse();
    }

    @Test
    void advisesUrgentCareAtOnce() {
        String link = manage(bookedInstantly());
        Map<String, String> flagged = new HashMap<>(ANSWERS);
        flagged.put("warningSigns", "chest-pain");

        Answer taken = api.form(link + "/intake", flagged, Map.of());

        assertThat(taken.body().asString()).contains("911", "role=\"alert\"");
        assertThat(api.get("/api" + link).body().at("/reviewNeeded").asBoolean())
                .isTrue();
    }

    @Test
    void cancelsByItsFormOnly() {
        String link = manage(bookedInstantly());

        Answer cancelled = api.form(link + "/cancel?lang=es", Map.of(), Map.of());

        assertThat(cancelled.status()).isEqualTo(303);
        assertThat(cancelled.headers().getFirst("Location")).isEqualTo(link + "?lang=es");
        assertThat(api.get(link).body().asString())
                .contains("You cancelled this visit")
                .doesNotContain("/cancel", "/move", "/intake");
        assertThat(api.form(link + "/cancel", Map.of(), Map.of()).status())
                .as("pressed twice")
                .isEqualTo(303);
    }

    @Test
    void showsTheFeeBeforeALateCancellation() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate tomorrow = clock.now().atZone(Town.ZONE).toLocalDate().plusDays(1);
        Answer booked = api.book(aBooking(june, startAt(tomorrow, "15:00")));
        String link = path(booked);
        String inTime = api.get(link).body().asString();
        clock.moveTo(clock.offset()
                .plus(Duration.between(clock.now(), tomorrow.atTime(9, 0).atZone(Town.ZONE))));

        String late = PageFiles.keep("manage-late", api.get(link));
        String lateInSpanish = api.get(link + "?lang=es").body().asString();
        api.form(link + "/cancel", Map.of(), Map.of());

        assertThat(inTime).doesNotContain("cancelling now is late");
        assertThat(late.indexOf("cancelling now is late. Half the price."))
                .isPositive()
                .isLessThan(late.indexOf("Yes, cancel it"));
        assertThat(lateInSpanish).contains("Half the price.");
        Answer visit = api.get("/api/appointments/" + booked.text("/id"), TestTokens.therapist("june", june.id()));
        assertThat(visit.text("/status")).isEqualTo("CANCELLED_BY_CLIENT");
        assertThat(visit.body().at("/late").asBoolean()).isTrue();
    }

    @Test
    void answersAProposal() {
        TherapistInTown june = town.settle(answeringRequests());
        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
        String link = path(booked);
        api.post(
                "/api/appointments/" + booked.text("/id") + "/propose",
                "{\"start\": \"%s\"}".formatted(startAt(town.inTwoWeeks(), "14:00")),
                TestTokens.therapist("june", june.id()));

        String shown = PageFiles.keep("manage-proposal", api.get(link));
        api.form(link + "/proposal/accept", Map.of(), Map.of());

        assertThat(shown).contains("held until you answer", "2:00 PM Central Time", "Yes, I take this time");
        assertThat(api.get("/api" + link).text("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void saysWhatToDoNextWhereALinkOpensNothing() {
        for (String link : new String[] {"/manage/nothing", "/manage/nothing/after", "/review/nothing"}) {
            Answer page = api.get(link);

            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body().asString()).contains("href=\"/my-visits?lang=en\"");
        }
        assertThat(api.form("/manage/nothing/cancel", Map.of(), Map.of()).status())
                .isEqualTo(404);
        assertThat(api.form("/manage/nothing/intake", ANSWERS, Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void caresForTheTimeAfterAVisitAlsoWhileTheGuideIsAway() {
        TherapistInTown june = town.settle(bookedInstantly());
        String link = completed(june);

        String page = PageFiles.keep("after", api.get(link + "/after"));
        String before = api.get(manage(bookedInstantly()) + "/after").body().asString();

        assertThat(page).contains("Small and often", "How was it?", "Your next visit", "name=\"start\"");
        assertThat(PageFiles.keep("after-es", api.get(link + "/after?lang=es"))).contains("Poco y a menudo");
        assertThat(before).contains("Come back to it then").doesNotContain("/review/");
        Answer review = api.get(found(REVIEW, page));
        assertThat(review.status()).isEqualTo(200);
        PageFiles.keep("review", review);
    }

    @Test
    void booksTheNextVisitOnceHoweverOftenItIsPressed() {
        String link = completed(town.settle(bookedInstantly()));
        String start = found(START, api.get(link + "/after").body().asString());

        Answer booked = api.form(link + "/again", Map.of("start", start), Map.of());
        Answer again = api.form(link + "/again", Map.of("start", start), Map.of());
        Answer wrong = api.form(link + "/again", Map.of("start", "tomorrow"), Map.of());

        assertThat(booked.status()).isEqualTo(303);
        String next = String.valueOf(booked.headers().getFirst("Location"));
        assertThat(next).startsWith("/manage/").isNotEqualTo(link);
        assertThat(again.headers().getFirst("Location")).isEqualTo(next);
        assertThat(api.get("/api" + next.replace("?lang=en", "")).text("/start"))
                .isEqualTo(start);
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.body().asString()).contains("role=\"alert\"");
    }

    @Test
    void keepsAReviewOnThePageWhileTheDirectoryIsAway() {
        String path = "/review/" + "a".repeat(43);

        Answer noStars = api.form(path, Map.of("text", "Kind <hands>"), Map.of());
        Answer away = api.form(path, Map.of("rating", "5", "text", "Kind <hands>"), Map.of());

        assertThat(noStars.status()).isEqualTo(400);
        assertThat(PageFiles.keep("review-wrong", noStars)).contains("id=\"rating-fault\"", "Kind &lt;hands&gt;");
        assertThat(away.status()).isEqualTo(503);
        assertThat(PageFiles.keep("review-away", away))
                .contains("try again in a few minutes", "Kind &lt;hands&gt;", "checked");
    }

    @Test
    void givesItsStyleAnAddressThatChangesWithIt() {
        String html = PageFiles.keep("my-visits", api.get("/my-visits"));
        Matcher style = Pattern.compile("href=\"(/assets/site.css\\?v=[A-Za-z0-9_-]{8})\"")
                .matcher(html);

        assertThat(style.find()).isTrue();
        Answer css = api.get(style.group(1));
        assertThat(css.headers().getCacheControl()).contains("immutable");
        assertThat(css.body().asString()).contains("--paper");
        assertThat(PageFiles.keep("my-visits-es", api.get("/my-visits?lang=es")))
                .contains("Mis citas");
    }

    private String manage(TherapistInTown therapist) {
        TherapistInTown june = town.settle(therapist);
        return path(api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00"))));
    }

    private String completed(TherapistInTown june) {
        LocalDate tomorrow = clock.now().atZone(Town.ZONE).toLocalDate().plusDays(1);
        ObjectNode booking = aBooking(june, startAt(tomorrow, "10:00"));
        Answer booked = api.book(booking);
        String visit = "/api/appointments/" + booked.text("/id");
        clock.moveTo(clock.offset()
                .plus(Duration.between(clock.now(), tomorrow.atTime(10, 0).atZone(Town.ZONE))));
        String token = TestTokens.therapist("june", june.id());
        api.post(visit + "/check-in", null, token);
        assertThat(api.post(visit + "/complete", null, token).status()).isEqualTo(200);
        return path(booked);
    }

    private static String path(Answer booked) {
        return booked.text("/manageUrl").substring("http://localhost:8080".length());
    }

    private static String found(Pattern what, String html) {
        Matcher matcher = what.matcher(html);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
