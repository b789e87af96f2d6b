package org.bodywork.therapists.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.bodywork.therapists.importing.adapter.csv.TestRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the public reads keep to, on whatever MongoDB. */
@RunningService
abstract class DirectoryContract {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    ServiceClient service;

    @Autowired
    Publisher publisher;

    @Autowired
    BusinessClock clock;

    @Test
    void aSearchInStLouisFindsMaplewoodTooButNotTheOtherWayRound() {
        TestRow inMaplewood = imported(Fresh.therapist().with("area", "maplewood"));
        TestRow inStLouis = imported(Fresh.therapist());

        assertThat(slugsFound("area=st-louis")).contains(slug(inMaplewood), slug(inStLouis));
        assertThat(slugsFound("area=maplewood")).contains(slug(inMaplewood)).doesNotContain(slug(inStLouis));
        assertThat(slugsFound("area=lakewood")).doesNotContain(slug(inMaplewood), slug(inStLouis));
    }

    @Test
    void narrowsByModalityAndConditionAndWidensByRepeating() {
        TestRow swedish = imported(Fresh.therapist());
        TestRow deep = imported(Fresh.therapist()
                .with("modalities", "deep-tissue")
                .with("conditions", "arthritis:3")
                .with("treatments", "d|Deep|deep-tissue|60|90.00|10"));

        assertThat(slugsFound("modality=deep-tissue&condition=arthritis"))
                .contains(slug(deep))
                .doesNotContain(slug(swedish));
        assertThat(slugsFound("modality=deep-tissue&modality=swedish")).contains(slug(deep), slug(swedish));
        assertThat(slugsFound("modality=deep-tissue&condition=back-pain")).doesNotContain(slug(deep), slug(swedish));
    }

    @Test
    void listsUnclaimedPracticesAfterTherapists() {
        TestRow practice = imported(TestRow.aPractice(Fresh.slug("practice")).with("area", "maplewood"));
        TestRow therapist = imported(Fresh.therapist().with("area", "maplewood"));

        List<String> found = slugsFound("area=maplewood");

        assertThat(found).containsSubsequence(slug(therapist), practice.get("practice_id"));
        assertThat(slugsFound("area=maplewood&condition=back-pain")).doesNotContain(practice.get("practice_id"));
    }

    @Test
    void pagesShowEverythingOnce() {
        imported(Fresh.therapist());
        imported(Fresh.therapist());
        imported(TestRow.aPractice(Fresh.slug("practice")));
        int total = page("size=1").get("total").asInt();

        List<String> onePerPage = IntStream.range(0, total)
                .mapToObj(number -> slugs(page("size=1&page=" + number)))
                .flatMap(List::stream)
                .toList();

        assertThat(onePerPage).hasSize(total).doesNotHaveDuplicates();
        assertThat(slugs(page("page=1000000"))).isEmpty();
    }

    @Test
    void showsAProfileBySlugAndById() {
        TestRow therapist = imported(Fresh.therapist());
        JsonNode profile = JSON.readTree(body("/api/therapists/" + slug(therapist)));

        assertThat(body("/api/therapists/" + profile.get("id").asString())).isEqualTo(profile.toString());
        assertThat(profile.at("/treatments/0/price/amount").asString()).isEqualTo("95.00");
        assertThat(profile.at("/booking/instant").asBoolean()).isTrue();
        assertThat(profile.at("/locations/0/zone").asString()).isEqualTo("America/Chicago");
        assertThat(profile.at("/credentials/0/kind").asString()).isEqualTo("licence");
        assertThat(profile.at("/credentials/0/checked").asString()).isEqualTo("2026-03-13");
        assertThat(profile.at("/credentials/0/required").asBoolean()).isTrue();
        assertThat(profile.toString()).doesNotContain(therapist.get("email"));
    }

    @Test
    void showsAPractice() {
        TestRow therapist = imported(Fresh.therapist());

        service.get("/api/practices/{slug}", therapist.get("practice_id"))
                .expectBody()
                .json("""
                        {"kind": "wellness-center", "claimed": true, "demo": true,
                         "locations": [{"address": {"zip": "63116"}, "area": "st-louis"}]}
                        """);
    }

    @Test
    void listsTheAreas() {
        service.get("/api/areas").expectBody().json("""
                        {"items": [{"slug": "st-louis", "includes": ["maplewood"]},
                                   {"slug": "maplewood"}, {"slug": "lakewood", "zone": "America/Denver"}]}
                        """);
    }

    @Test
    void refusesATextThatIsTooLong() {
        service.get("/api/therapists?q={words}", "pain ".repeat(200))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/q");
        service.get("/api/therapists?q={words}", "pain ".repeat(2_000))
                .expectStatus()
                .isEqualTo(HttpStatus.URI_TOO_LONG);
    }

    /** Query syntax, emoji, control characters, text that turns around, half a pair. */
    @ParameterizedTest
    @ValueSource(
            strings = {"%22)+OR+*:*+~9", "%F0%9F%92%86", "%00%07%1B", "pain%E2%80%AE", "%ED%A0%BD", "name:*%5B+TO"})
    void searchesForWhateverIsTyped(String words) {
        service.http()
                .get()
                .uri(URI.create(service.base() + "/api/therapists?q=" + words))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void anEditIsFoundAnewAndTheOldIsForgotten() {
        TestRow before = imported(Fresh.therapist().with("modalities", "swedish"));
        imported(before.with("modalities", "swedish;hot-stone"));

        Await.until(
                "the added modality is found",
                () -> slugsFound("modality=hot-stone"),
                all -> all.contains(slug(before)));
        assertThat(slugsFound("modality=cbd-oil")).doesNotContain(slug(before));
    }

    @Test
    void countsAndExplainsWhatItFinds() {
        TestRow therapist = imported(Fresh.therapist().with("conditions", "fibromyalgia:9"));

        JsonNode found = page("condition=fibromyalgia&near=38.6013,-90.2664&sort=distance&size=100");

        JsonNode item = found.get("items")
                .valueStream()
                .filter(each -> each.get("slug").asString().equals(slug(therapist)))
                .findFirst()
                .orElseThrow();
        assertThat(item.get("reasons").valueStream().map(JsonNode::asString))
                .contains("9 years of experience with fibromyalgia", "Just around the corner");
        assertThat(item.get("distanceMiles").asDouble()).isZero();
        assertThat(item.get("reviewCount").asInt()).isZero();
        assertThat(found.at("/facets/condition/0/count").asInt()).isPositive();
    }

    @Test
    void describesATherapistToMachines() {
        TestRow therapist = imported(Fresh.therapist());

        service.http()
                .get()
                .uri("/api/therapists/{slug}", slug(therapist))
                .accept(MediaType.valueOf("application/ld+json"))
                .exchange()
                .expectHeader()
                .contentType("application/ld+json")
                .expectBody()
                .json("""
                        {"@context": "https://schema.org", "@type": "Person",
                         "url": "http://localhost:8080/therapists/%s",
                         "worksFor": [{"@type": "HealthAndBeautyBusiness", "address": {"postalCode": "63116"}}],
                         "makesOffer": [{"price": "95.00", "priceCurrency": "USD"}],
                         "hasCredential": {"validUntil": "%s"}}
                        """.formatted(slug(therapist), therapist.get("licence_expires")));
    }

    @Test
    void describesAPracticeToMachines() {
        TestRow therapist = imported(Fresh.therapist());

        service.http()
                .get()
                .uri("/api/practices/{slug}", therapist.get("practice_id"))
                .accept(MediaType.valueOf("application/ld+json"))
                .exchange()
                .expectHeader()
                .contentType("application/ld+json")
                .expectBody()
                .json("""
                        {"@context": "https://schema.org", "@type": "HealthAndBeautyBusiness",
                         "url": "http://localhost:8080/practices/%s",
                         "location": [{"@type": "Place", "address": {"postalCode": "63116"}}]}
                        """.formatted(therapist.get("practice_id")));
    }

    @Test
    void anUnchangedProfileIsNotSentAgain() {
        TestRow therapist = imported(Fresh.therapist());
        String tag = profileTag(therapist);

        service.http()
                .get()
                .uri("/api/therapists/{slug}", slug(therapist))
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
        imported(therapist.with("approach", "Something new to say."));
        assertThat(profileTag(therapist)).isNotEqualTo(tag);
    }

    @Test
    void whoKnowsWhenAProfileWasChangedIsNotSentItAgain() {
        TestRow therapist = imported(Fresh.therapist());
        List<String> paths =
                List.of("/api/therapists/" + slug(therapist), "/api/practices/" + therapist.get("practice_id"));

        for (String path : paths) {
            long changed = service.get(path)
                    .returnResult(byte[].class)
                    .getResponseHeaders()
                    .getLastModified();

            assertThat(statusSince(path, changed)).isEqualTo(HttpStatus.NOT_MODIFIED);
            assertThat(statusSince(path, changed - 1_000)).isEqualTo(HttpStatus.OK);
        }
    }

    private HttpStatusCode statusSince(String path, long moment) {
        return service.http()
                .get()
                .uri(path)
                .ifModifiedSince(Instant.ofEpochMilli(moment).atZone(ZoneOffset.UTC))
                .exchange()
                .returnResult(byte[].class)
                .getStatus();
    }

    @Test
    void aProfileIsAsNewAsItsPractice() {
        TestRow therapist = imported(Fresh.therapist());
        String path = "/api/therapists/" + slug(therapist);
        long before = clock.now().toEpochMilli();
        clock.moveTo(clock.offset().plus(Duration.ofSeconds(2)));

        assertThat(statusSince(path, before)).isEqualTo(HttpStatus.NOT_MODIFIED);

        imported(therapist.with("practice_name", "Another name"));

        assertThat(statusSince(path, before)).isEqualTo(HttpStatus.OK);
    }

    private String profileTag(TestRow therapist) {
        return tagOf("/api/therapists/" + slug(therapist));
    }

    @Test
    void namesEveryPublicPageToSearchEngines() {
        TestRow therapist = imported(Fresh.therapist());

        String sitemap = body("/sitemap.xml");

        assertThat(sitemap)
                .contains("<loc>http://localhost:8080/therapists/" + slug(therapist) + "</loc><lastmod>20")
                .contains("<loc>http://localhost:8080/guide/conditions/back-pain</loc>")
                .contains("<loc>http://localhost:8080/practices/" + therapist.get("practice_id") + "</loc><lastmod>20");
        assertThat(isStill("/sitemap.xml", tagOf("/sitemap.xml"))).isTrue();
        service.get("/sitemap-1.xml").expectStatus().isNotFound();
        service.get("/sitemap-x.xml").expectStatus().is4xxClientError();
    }

    @Test
    void anUnchangedSearchIsNotSentAgain() {
        TestRow therapist = imported(Fresh.therapist());
        String search = "/api/therapists?q=" + slug(therapist);

        String tag = Await.until("the tag holds", () -> tagOf(search), seen -> isStill(search, seen));

        imported(therapist.with("approach", "Something new to say."));
        Await.until("the edit has another tag", () -> isStill(search, tag), still -> !still);
    }

    private boolean isStill(String path, String tag) {
        return service.http()
                .get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .equals(HttpStatus.NOT_MODIFIED);
    }

    private String tagOf(String path) {
        return Objects.requireNonNull(service.get(path)
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getETag());
    }

    @Test
    void showsTheNextOpeningThatIsToldOf() {
        String name = "Q" + UUID.randomUUID().toString().replace("-", "");
        TestRow therapist = imported(Fresh.therapist().with("therapist_name", name));
        String search = "q=" + name;
        assertThat(page(search).at("/items/0").has("nextOpening")).isFalse();
        Instant start = clock.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(26));

        tellOpening(page(search).at("/items/0/id").asString(), start);

        JsonNode item = Await.until(
                "the opening is found", () -> page(search).at("/items/0"), found -> found.has("nextOpening"));
        assertThat(OffsetDateTime.parse(item.get("nextOpening").asString()).toInstant())
                .isEqualTo(start);
        assertThat(item.get("reasons").valueStream().map(JsonNode::asString))
                .anyMatch(reason -> reason.matches("Next opening \\w{3} \\d{1,2} \\w{3}, \\d{2}:00"));
        assertThat(slugsFound(search + "&sort=soonest")).containsExactly(slug(therapist));
        assertThat(slugsFound(search + " today")).isEmpty();
        assertThat(slugsFound(search + " this week")).containsExactly(slug(therapist));
    }

    private void tellOpening(String therapist, Instant start) {
        String told = """
                {"therapistId": "%1$s", "sequence": 1, "openings": [{"treatmentId": "%1$s", "start": "%2$s"}]}
                """.formatted(therapist, start);
        publisher.publish(
                List.of(new Event(
                        "openings", therapist, "org.bodywork.openings.changed.v1", therapist, 1, clock.now(), told)),
                Duration.ofSeconds(10));
    }

    @Test
    void sendsLongAnswersCompressedToThoseWhoReadThat() throws IOException, InterruptedException {
        TestRow therapist = imported(Fresh.therapist().with("approach", "Slow and careful work. ".repeat(120)));
        imported(Fresh.therapist());
        imported(Fresh.therapist());
        imported(Fresh.therapist());

        // Other clients unpack by themselves and hide that anything was packed.
        try (HttpClient plain = HttpClient.newHttpClient()) {
            for (String path : List.of("/api/therapists/" + slug(therapist), "/api/therapists?size=100")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(service.base() + path))
                        .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                        .build();

                var answer = plain.send(request, HttpResponse.BodyHandlers.discarding());

                assertThat(answer.headers().firstValue(HttpHeaders.CONTENT_ENCODING))
                        .as(path)
                        .contains("gzip");
            }
        }
    }

    @Test
    void letsNamedSitesReadAndNoOthers() {
        fromSite("https://practice.example")
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "https://practice.example");
        fromSite("https://elsewhere.example").expectHeader().doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    private WebTestClient.ResponseSpec fromSite(String origin) {
        return service.http()
                .get()
                .uri("/api/areas")
                .header(HttpHeaders.ORIGIN, origin)
                .exchange();
    }

    @Test
    void suggestsWhileTyping() {
        service.get("/api/suggest?q=migr").expectBody().json("""
                        {"items": [{"kind": "condition", "slug": "headache-migraine"}]}
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/therapists/nobody-of-this-name",
                "/api/therapists/7f3c1f5e-0000-4000-8000-000000000000",
                "/api/therapists/No%20Slug",
                "/api/practices/none-of-this-name"
            })
    void knowsNothingOfUnpublishedNames(String path) {
        service.http()
                .get()
                .uri(URI.create(service.base() + path))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "area=boston, /area",
        "area=, /area",
        "modality=reiki, /modality",
        "condition[$ne]=x, /condition[$ne]",
        "near=99999, /near",
        "'near=91,0', /near",
        "'near=38.6,-90.3&near=63143', /near",
        "radiusMiles=5, /radiusMiles",
        "near=63143&radiusMiles=-1, /radiusMiles",
        "near=63143&radiusMiles=NaN, /radiusMiles",
        "sort=distance, /sort",
        "gender=any, /gender",
        "language=Spanish, /language",
        "maxPrice=-1, /maxPrice",
        "maxPrice=cheap, /maxPrice",
        "sort=name, /sort",
        "page=-1, /page",
        "page=1000000000, /page",
        "size=0, /size",
        "size=101, /size",
        "size=many, /size"
    })
    void namesTheParameterItRefuses(String query, String pointer) {
        service.http()
                .get()
                .uri(URI.create(service.base() + "/api/therapists?"
                        + query.replace("[", "%5B").replace("]", "%5D").replace("$", "%24")))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    private TestRow imported(TestRow row) {
        service.importing(row)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.refusedRows")
                .isEqualTo(0);
        String listed = row.get("therapist_id").isEmpty() ? row.get("practice_id") : slug(row);
        Await.until("the search finds " + listed, () -> slugs(page("size=100")), found -> found.contains(listed));
        return row;
    }

    private static String slug(TestRow therapist) {
        return therapist.get("therapist_id");
    }

    private List<String> slugsFound(String query) {
        JsonNode page = page(query + "&size=100");
        assertThat(page.get("total").asInt()).isLessThanOrEqualTo(100);
        return slugs(page);
    }

    private static List<String> slugs(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("slug").asString())
                .toList();
    }

    private JsonNode page(String query) {
        return JSON.readTree(body("/api/therapists?" + query));
    }

    private String body(String path) {
        byte[] body = service.get(path)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
