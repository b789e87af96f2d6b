package org.bodywork.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.allinone.SharedInstallation.Shared;
import org.bodywork.allinone.http.Http;
import org.bodywork.platform.testing.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The searches a person would try, on the demo listings, each with what a sensible answer is. */
@ExtendWith(SharedInstallation.class)
class DemoSearchIT {

    private static final Http HTTP = Http.plain();

    private static Bodywork bodywork;
    private static URI directory;

    @BeforeAll
    static void start(Shared shared) {
        bodywork = shared.bodywork();
        directory = bodywork.site().directory();
    }

    @Test
    void migraineNearMaplewoodUnderAHundredDollarsThisWeek() {
        JsonNode found = Await.until(
                "everybody's next opening is known",
                () -> search("q", "migraine near 63143 under $100 this week"),
                DemoSearchIT::allHaveAnOpening);
        OffsetDateTime weekFromNow =
                bodywork.businessTime().atOffset(ZoneOffset.UTC).plusDays(7);

        assertThat(slugs(found).subList(0, 2))
                .as("eight and nine years of it, both around the corner: whoever has time sooner comes first")
                .containsExactlyInAnyOrder("josephine-tate", "nathan-osgood");
        assertThat(found.path("items").valueStream()).allSatisfy(item -> {
            assertThat(words(item.path("conditions"))).contains("headache-migraine");
            assertThat(new BigDecimal(item.at("/priceFrom/amount").asString()))
                    .isLessThanOrEqualTo(new BigDecimal("100.00"));
            assertThat(opening(item)).as("this week").isBefore(weekFromNow);
            assertThat(item.path("distanceMiles").asDouble()).as("near").isLessThan(50);
        });
        assertThat(words(found.at("/items/0/reasons")).getFirst())
                .matches("[89] years of experience with headache and migraine");
        assertThat(words(found.at("/items/0/reasons")).get(1)).endsWith("often chosen for headache and migraine");
        assertThat(found.at("/items/0/distanceMiles").asDouble()).isLessThan(2);
        assertThat(words(found.at("/items/0/reasons")))
                .anyMatch(reason -> reason.startsWith("Next opening "))
                .anyMatch(reason -> reason.endsWith(" miles away"));
        assertThat(count(found, "gender", "woman") + count(found, "gender", "man"))
                .as("everybody counted is among the results")
                .isLessThanOrEqualTo(found.path("total").asInt());
        assertThat(found.at("/understood/soonBy").asString()).isEqualTo("this-week");
        assertThat(found.at("/understood/words").asString()).isEqualTo("migraine");
        assertThat(found.at("/understood/maxPrice/amount").asString()).isEqualTo("100.00");
    }

    @Test
    void fibromyalgiaInLakewoodWithAWomanWhoSpeaksSpanish() {
        JsonNode found = search("q", "fibromyalgia Lakewood woman Spanish");

        assertThat(slugs(found)).containsExactly("guadalupe-mendez", "marisol-herrera");
        assertThat(found.path("total").asInt()).isEqualTo(2);
        assertThat(words(found.at("/items/0/reasons")))
                .contains("6 years of experience with fibromyalgia", "Speaks Spanish");
        assertThat(count(found, "gender", "woman")).isEqualTo(2);
        assertThat(count(found, "language", "en"))
                .as("women in Lakewood for fibromyalgia who speak English, though Spanish was asked for")
                .isEqualTo(search("q", "fibromyalgia Lakewood woman English")
                        .path("total")
                        .asInt());
    }

    @Test
    void theSoonestComeFirst() {
        List<OffsetDateTime> openings = Await.until(
                        "everybody's next opening is known",
                        () -> search("sort", "soonest", "area", "maplewood"),
                        DemoSearchIT::allHaveAnOpening)
                .path("items")
                .valueStream()
                .filter(item -> item.has("nextOpening"))
                .map(DemoSearchIT::opening)
                .toList();

        assertThat(openings).isNotEmpty().isSorted();
    }

    @Test
    void theNextOpeningIsOneThatCanBeBooked() {
        JsonNode first = Await.until(
                        "next openings are known",
                        () -> search("sort", "soonest", "area", "lakewood"),
                        DemoSearchIT::allHaveAnOpening)
                .at("/items/0");
        JsonNode profile = HTTP.get(directory.resolve(
                        "/api/therapists/" + first.path("slug").asString()))
                .expect(200);

        List<String> bookable = profile.path("treatments")
                .valueStream()
                .flatMap(treatment -> starts(profile, treatment, opening(first).toLocalDate()))
                .toList();

        assertThat(bookable)
                .extracting(OffsetDateTime::parse)
                .contains(opening(first))
                .allSatisfy(start -> assertThat(start).isAfterOrEqualTo(opening(first)));
    }

    private static Stream<String> starts(JsonNode profile, JsonNode treatment, LocalDate date) {
        String query = "/api/openings?therapistId=%s&treatmentId=%s&from=%s&to=%s"
                .formatted(profile.path("id").asString(), treatment.path("id").asString(), date, date);
        return words(
                HTTP.get(bodywork.site().bookings().resolve(query)).expect(200).at("/days/0/starts"))
                .stream();
    }

    @Test
    void aTypingErrorStillFindsPeople() {
        assertThat(slugs(search("q", "fibromialgya"))).contains("guadalupe-mendez");
        assertThat(slugs(search("q", "nathen osgod"))).startsWith("nathan-osgood");
    }

    @Test
    void theNearestComeFirst() {
        List<Double> miles = search("near", "63143", "sort", "distance")
                .path("items")
                .valueStream()
                .map(item -> item.path("distanceMiles").asDouble())
                .toList();

        assertThat(miles).hasSize(20).isSorted();
        assertThat(miles.getFirst()).isLessThan(2);
    }

    @Test
    void whoIsPraisedMoreThanOnceComesFirstByRating() {
        JsonNode found = Await.until(
                "what imagined clients say is counted",
                () -> search("area", "lakewood", "sort", "rating"),
                all -> all.at("/items/0/reviewCount").asInt() == 2);

        assertThat(slugs(found)).startsWith("guadalupe-mendez");
        assertThat(found.at("/items/0/rating").asDouble()).isEqualTo(5.0);
    }

    @Test
    void countsOfAreasAreWhatSearchingThereFinds() {
        JsonNode everywhere = search("condition", "back-pain");

        for (String area : List.of("maplewood", "lakewood")) {
            assertThat(count(everywhere, "area", area))
                    .isEqualTo(search("condition", "back-pain", "area", area)
                            .path("total")
                            .asInt());
        }
    }

    @Test
    void theOnePracticeThatIsRealIsFoundByName() {
        JsonNode found = search("q", "elev8");

        assertThat(found.at("/items/0/kind").asString()).isEqualTo("practice");
        assertThat(found.at("/items/0/name").asString()).isEqualTo("Elev8 Massage STL");
    }

    private static boolean allHaveAnOpening(JsonNode found) {
        return !found.path("items").isEmpty()
                && found.path("items")
                        .valueStream()
                        .filter(item -> item.path("kind").asString().equals("therapist"))
                        .allMatch(item -> item.has("nextOpening"));
    }

    private static OffsetDateTime opening(JsonNode item) {
        return OffsetDateTime.parse(item.path("nextOpening").asString());
    }

    private static JsonNode search(String... parameters) {
        StringBuilder query = new StringBuilder("/api/therapists?");
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return HTTP.get(directory.resolve(query.toString())).expect(200);
    }

    private static List<String> slugs(JsonNode found) {
        return found.path("items")
                .valueStream()
                .map(item -> item.path("slug").asString())
                .toList();
    }

    private static List<String> words(JsonNode all) {
        return all.valueStream().map(JsonNode::asString).toList();
    }

    private static int count(JsonNode found, String facet, String value) {
        return found.path("facets")
                .path(facet)
                .valueStream()
                .filter(each -> each.path("value").asString().equals(value))
                .mapToInt(each -> each.path("count").asInt())
                .findFirst()
                .orElse(0);
    }
}
