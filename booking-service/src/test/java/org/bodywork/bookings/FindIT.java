package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.util.List;
import java.util.Map;
import org.bodywork.bookings.StandInTherapists.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/** What home, results, profile and guide answer, whatever they are asked. */
@WholeService
class FindIT {

    private final StandInTherapists directory = StandInTherapists.get();
    private final Town town;
    private final BookingApi api;
    private final TherapistInTown june;

    FindIT(@LocalServerPort int port, @Autowired Town town) {
        this.town = town;
        this.api = new BookingApi(port);
        this.june = town.settle(bookedInstantly());
    }

    @BeforeEach
    void isThere() {
        directory.isThere(june);
    }

    @AfterEach
    void isAway() {
        directory.isAway();
    }

    @Test
    void asksTheDirectoryInItsOwnWords() {
        api.get(
                "/therapists?condition=back-pain&condition=neck-pain&near=63143&when=this-week&maxPrice=100&sort=distance"
                        + "&gender=woman&language=es&page=2&radius=10");

        assertThat(directory.asked().getFirst())
                .contains("condition=back-pain", "condition=neck-pain", "near=63143", "radiusMiles=10", "q=this%20week")
                .contains("maxPrice=100", "sort=distance", "gender=woman", "language=es", "page=1", "size=10");
    }

    @Test
    void showsEachWithWhatHelpsToChoose() {
        String html = text("/therapists?condition=back-pain&near=63143");

        assertThat(html)
                .contains(
                        "June Abernathy", "Brickyard Bodywork</a> · <span>Maplewood · 1.2 miles", "4.9 from 38 reviews")
                .contains("Licensed in Missouri, checked 2 Nov 2026", "$95", "60 min", "Central Time")
                .contains("/book?therapist=" + june.id() + "&amp;treatment=" + june.treatmentId() + "&amp;start=")
                .contains("One therapist");
        assertThat(html.split("rel=\"nofollow\" href=\"/book", -1)).hasSize(4);
    }

    @Test
    void canBeKeptAndAskedWhetherItStillHolds() {
        Answer page = api.get("/therapists");

        String tag = page.headers().getETag();
        assertThat(page.headers().getCacheControl()).contains("no-cache", "public");
        assertThat(page.headers().getFirst("Vary")).contains("Accept-Language");
        assertThat(page.headers().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(api.call(HttpMethod.GET, "/therapists", null, Map.of("If-None-Match", String.valueOf(tag)))
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/therapists?condition=back-pain", "/guide", "/guide/modalities/swedish"})
    void isForSearchEnginesToo(String path) {
        assertThat(text(path))
                .contains("<link rel=\"canonical\" href=\"http://localhost:8080", "lang=en\"")
                .contains("hreflang=\"es\"", "property=\"og:title\"", "name=\"description\"")
                .doesNotContain("noindex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/therapists?near=63143", "/therapists?gender=woman&condition=back-pain", "/therapists?page=3"})
    void leavesSearchesOfSinglePeopleOut(String path) {
        assertThat(text(path)).contains("<meta name=\"robots\" content=\"noindex\">");
    }

    @Test
    void saysWhatAMachineReadsInTheProfileAndNothingElseRuns() {
        String html = text("/therapists/" + june.slug());

        String data = html.substring(html.indexOf("ld+json\">") + 9);
        data = data.substring(0, data.indexOf("</script>"));
        assertThat(JsonMapper.shared().readTree(data).at("/description").asString())
                .isEqualTo("</script><b>");
        assertThat(html)
                .contains("og:type\" content=\"profile\"", "I slept through the night. &lt;script&gt;")
                .contains("Licensed in Missouri, number 2016004211", "checked 2 Nov 2026", "Step-free entrance")
                .contains(
                        "Your time is confirmed at once. Cancelling costs nothing until 24 hours before; after that: Half");
    }

    @Test
    void showsAPracticeAndWhoWorksThereAlsoWhileTheDirectoryIsAway() {
        TherapistInTown colleague = town.settle(june.colleague());
        TherapistInTown elsewhere = town.settle(bookedInstantly());
        String slug = town.nameAlone(june);
        directory.answer(
                "GET", "/api/practices/" + slug, _ -> new Reply(200, "{\"@type\": \"HealthAndBeautyBusiness\"}"));

        String html = PageFiles.keep("practice", api.get("/practices/" + slug));
        directory.isAway();
        String away = text("/practices/" + slug + "?lang=es");

        assertThat(html)
                .contains("Brickyard Bodywork", "Clinic", "1 Kiln Lane, Maplewood, MO 63143", "HealthAndBeautyBusiness")
                .contains("href=\"/therapists/" + june.slug(), "href=\"/therapists/" + colleague.slug())
                .contains("/book?therapist=" + june.id(), "rel=\"canonical\"")
                .doesNotContain(elsewhere.slug(), "noindex");
        assertThat(away).contains("Quién trabaja aquí", june.slug()).doesNotContain("HealthAndBeautyBusiness");
        Answer nobody = api.call(HttpMethod.GET, "/practices/nobody-here", null, Map.of("Accept", "text/html"));
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.body().asString()).contains("No practice is listed under this name", "From here you can:");
    }

    @Test
    void leadsToThePracticeFromResultsAndProfile() {
        assertThat(text("/therapists")).contains("href=\"/practices/brickyard?lang=en\"");
        assertThat(text("/therapists/" + june.slug())).contains("href=\"/practices/brickyard?lang=en\"");
    }

    @Test
    void searchesForANameAndKeepsIt() {
        String html = text("/therapists?q=June <b>");

        assertThat(directory.asked().getFirst()).contains("q=June%20%3Cb%3E&page=0");
        assertThat(html).contains("<details class=\"by-name\" open", "value=\"June &lt;b&gt;\"");
        assertThat(text("/therapists")).doesNotContain("<details class=\"by-name\" open");
    }

    @Test
    void asksOnceMoreForAPlaceItDoesNotUnderstand() {
        Answer nowhere = api.get("/therapists?near=<i>nowhere&condition=back-pain");
        assertThat(nowhere.status()).isEqualTo(400);
        assertThat(nowhere.body().asString())
                .contains("id=\"near-fault\"", "role=\"alert\"", "value=\"&lt;i&gt;nowhere\"", "aria-invalid=\"true\"")
                .contains("value=\"back-pain\" selected");

        directory.answer("GET", "/api/therapists", _ -> new Reply(400, "{}"));
        assertThat(api.get("/therapists?near=99999").body().asString()).contains("We do not know this ZIP code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/therapists?condition=nonsense",
                "/therapists?maxPrice=-1",
                "/therapists?when=yesterday&sort=;drop",
                "/therapists?page=99999999999",
                "/therapists?language=%F0%9F%98%80",
                "/therapists?q=%7B%22%24ne%22%3Anull%7D%20%7Bx%7D%20%26size%3D1000"
            })
    void leavesOutWhatItDoesNotUnderstand(String path) {
        assertThat(api.get(path).status()).isEqualTo(200);
    }

    @Test
    void saysThatAnAddressLeadsNowhere() {
        for (String path :
                List.of("/nowhere", "/therapists/nobody", "/guide/conditions/none", "/guide/x/y", "/book.php")) {
            Answer answer = api.call(HttpMethod.GET, path, null, Map.of("Accept", "text/html"));

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body().asString()).contains("From here you can:");
            assertThat(answer.headers().getCacheControl()).contains("no-store");
        }
        assertThat(api.get("/api/nowhere").status()).isEqualTo(401);
    }

    @Test
    void saysThatTheGuideOrAProfileIsAway() {
        directory.isAway();

        assertThat(api.get("/therapists/never-heard-of").status()).isEqualTo(503);
        assertThat(api.get("/guide/pages/what-to-expect").body().asString())
                .contains("The guide cannot be shown just now");
    }

    @Test
    void keepsTheChosenLanguageWithinTheGuide() {
        directory.answer("GET", "/api/guide/conditions/arthritis", _ -> new Reply(200, """
                        {"kind": "condition", "slug": "arthritis", "title": "Artritis", "summary": "s",
                         "html": "<p><a href=\\"/guide/modalities/medical\\">m</a> <a href=\\"/therapists?area=lakewood\\">t</a></p>",
                         "related": {"modalities": ["medical"], "conditions": []}, "search": "/therapists?condition=arthritis"}
                        """));

        assertThat(text("/guide/conditions/arthritis?lang=es"))
                .contains("href=\"/guide/modalities/medical?lang=es\"", "/therapists?area=lakewood&amp;lang=es")
                .contains("href=\"/therapists?condition=arthritis&amp;lang=es\"");
    }

    private String text(String path) {
        Answer answer = api.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body().asString();
    }
}
