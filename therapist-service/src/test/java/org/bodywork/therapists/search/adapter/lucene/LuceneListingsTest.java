package org.bodywork.therapists.search.adapter.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.therapists.search.adapter.lucene.ASearch.FIRM;
import static org.bodywork.therapists.search.adapter.lucene.ASearch.GENTLE;
import static org.bodywork.therapists.search.adapter.lucene.ASearch.one;
import static org.bodywork.therapists.search.adapter.lucene.Entries.MAPLEWOOD;
import static org.bodywork.therapists.search.adapter.lucene.Entries.aTherapist;
import static org.bodywork.therapists.search.adapter.lucene.Entries.anUnclaimedPractice;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.search.application.Found;
import org.bodywork.therapists.search.application.Found.Piece;
import org.bodywork.therapists.search.application.NextOpenings;
import org.bodywork.therapists.search.application.Suggestion;
import org.bodywork.therapists.search.application.Wanted;
import org.bodywork.therapists.search.domain.Entry;
import org.bodywork.therapists.search.domain.Facets;
import org.bodywork.therapists.search.domain.Lexicon;
import org.bodywork.therapists.search.domain.Order;
import org.bodywork.therapists.search.domain.Search;
import org.bodywork.therapists.search.domain.SoonBy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneListingsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @TempDir
    Path folder;

    private final NextOpenings openings = new NextOpenings();
    private LuceneListings index;

    @BeforeEach
    void open() {
        index = new LuceneListings(folder, openings);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "migraine, Ana",
        "migraines, Ana",
        "migrane, Ana",
        "MIGRAÑA, Ana",
        "slipped disc, Ben",
        "slipped disk, Ben",
        "fibro, Cora",
        "fibromyalgya, Cora",
        "tight shoulders, Dan",
        "hot stones, Eve",
        "quiet oak, Ana",
        "unhurried, Eve"
    })
    void findsByPlainWordsAlsoWithATypingError(String words, String name) {
        put(
                aTherapist("Ana").knowing(Condition.HEADACHE_MIGRAINE, 4),
                aTherapist("Ben").knowing(Condition.BACK_PAIN, 4),
                aTherapist("Cora").knowing(Condition.FIBROMYALGIA, 4),
                aTherapist("Dan").knowing(Condition.MUSCLE_TENSION, 4),
                aTherapist("Eve").offering(Modality.HOT_STONE).saying("I work slowly, unhurried."));

        assertThat(names(find(saying(words)))).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name:*",
                "*:*",
                "\"",
                "(((",
                "a AND NOT b",
                "migraine~99",
                "[a TO z]",
                "\\",
                "💆 🤕",
                "🤕",
                "a/b/c",
                "^5",
                "{\"$ne\":null}",
                "+-!&&||"
            })
    void takesQuerySyntaxAndSignsAsText(String words) {
        put(aTherapist("Ana").knowing(Condition.HEADACHE_MIGRAINE, 4));

        assertThat(find(saying(words)).total()).isBetween(0, 1);
    }

    @Test
    void marksTheWordsFoundInWhatATherapistSays() {
        put(aTherapist("Ana").saying("Most clients come with Migraines and leave with a plan."));

        assertThat(find(saying("migraine")).hits().getFirst().snippet())
                .contains(new Piece("Migraines", true))
                .extracting(Piece::text)
                .containsExactly("Most clients come with ", "Migraines", " and leave with a plan.");
    }

    @Test
    void countsEachFacetAsIfItsOwnFilterWereNotSet() {
        put(
                aTherapist("Ana").who(Gender.WOMAN).speaking("en", "es").offering(Modality.SWEDISH),
                aTherapist("Ben").who(Gender.MAN).speaking("en").offering(Modality.SWEDISH, Modality.MEDICAL),
                aTherapist("Cora").who(Gender.WOMAN).speaking("en").offering(Modality.MEDICAL));

        Found found = find(
                new ASearch().modality(Modality.SWEDISH).gender(Gender.WOMAN).search());

        assertThat(names(found)).containsExactly("Ana");
        assertThat(found.facets().gender()).isEqualTo(Map.of("woman", 1, "man", 1));
        assertThat(found.facets().modality()).isEqualTo(Map.of("swedish", 1, "medical", 1));
        assertThat(found.facets().language()).isEqualTo(Map.of("en", 1, "es", 1));
        assertThat(found.facets().area()).isEqualTo(Map.of("maplewood", 1));
    }

    @Test
    void facetsPromiseWhatSearchingWithThemFinds() {
        List<Entry> crowd = crowd(400);
        show(crowd);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            ASearch query = new ASearch().some(random);
            Facets facets = find(query.search()).facets();

            for (Modality each : Modality.values()) {
                assertThat(facets.modality().getOrDefault(each.slug(), 0))
                        .isEqualTo(find(query.withOnly(each).search()).total());
            }
            for (Gender each : Gender.values()) {
                assertThat(facets.gender().getOrDefault(each.slug(), 0))
                        .isEqualTo(find(query.withOnly(each).search()).total());
            }
            for (String each : List.of("en", "es", "vi")) {
                assertThat(facets.language().getOrDefault(each, 0))
                        .isEqualTo(find(query.withOnly(each).search()).total());
            }
            for (Integer dollars : Facets.DOLLARS) {
                assertThat(facets.price().getOrDefault(dollars.toString(), 0))
                        .isEqualTo(find(query.withOnlyUnder(dollars).search()).total());
            }
        }
    }

    @Test
    void pagesShowEverythingOnceInEveryOrder() {
        show(crowd(230));
        for (Order order : Order.values()) {
            Search search = new ASearch().near(MAPLEWOOD).by(order).search();

            List<String> paged = IntStream.range(0, 12)
                    .mapToObj(page -> index.search(wanted(search, page * 20, 20)))
                    .flatMap(found -> names(found).stream())
                    .toList();

            assertThat(paged).hasSize(230).doesNotHaveDuplicates();
            assertThat(paged).isEqualTo(names(index.search(wanted(search, 0, 230))));
        }
    }

    @Test
    void aPageFarBeyondTheEndIsEmpty() {
        put(aTherapist("Ana"));

        Found found = index.search(wanted(Search.forAnything(), 100_000_000, 100));

        assertThat(found.hits()).isEmpty();
        assertThat(found.total()).isEqualTo(1);
    }

    @Test
    void ordersByDistancePriceRatingAndOpening() {
        put(
                aTherapist("Near").milesNorth(1).asking("120.00").rated(5, 1),
                aTherapist("Cheap").milesNorth(5).asking("60.00").rated(90, 20),
                aTherapist("Rated").milesNorth(9).asking("90.00").rated(99, 20));
        tell("Near", NOW.plusSeconds(7_200));
        tell("Cheap", NOW.plusSeconds(90_000));
        tell("Rated", NOW.plusSeconds(3_600));

        assertThat(names(find(new ASearch().near(MAPLEWOOD).by(Order.DISTANCE).search())))
                .containsExactly("Near", "Cheap", "Rated");
        assertThat(names(find(new ASearch().by(Order.PRICE).search()))).containsExactly("Cheap", "Rated", "Near");
        assertThat(names(find(new ASearch().by(Order.SOONEST).search()))).containsExactly("Rated", "Near", "Cheap");
        assertThat(names(find(new ASearch().by(Order.RATING).search()))).first().isEqualTo("Rated");
    }

    @Test
    void showsTheNextOpeningOnTheClockOfThePlace() {
        put(aTherapist("Ana").in(Area.LAKEWOOD));
        tell("Ana", Instant.parse("2026-11-24T17:00:00Z"));

        assertThat(openingOf("Ana")).hasToString("2026-11-24T10:00-07:00[America/Denver]");
    }

    @Test
    void showsNoOpeningThatHasPassedOrThatNobodyToldOf() {
        put(aTherapist("Past"), aTherapist("Full"), aTherapist("Unknown"));
        tell("Past", NOW);
        tell("Full", null);

        assertThat(openingOf("Past")).isNull();
        assertThat(openingOf("Full")).isNull();
        assertThat(openingOf("Unknown")).isNull();
    }

    @Test
    void knowsOpeningsToldBeforeTheListing() {
        tell("Ana", NOW.plusSeconds(7_200));
        put(aTherapist("Ana"));

        assertThat(openingOf("Ana")).isNotNull();
    }

    @Test
    void keepsTheNewestThatWasTold() {
        put(aTherapist("Ana"));
        openings.put(List.of(new NextOpenings.Told(idOf("Ana"), 5, null)));
        openings.put(List.of(new NextOpenings.Told(idOf("Ana"), 4, NOW.plusSeconds(60))));

        assertThat(openingOf("Ana")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TODAY, Today Unknown",
        "TOMORROW, Today Tomorrow Unknown",
        "THIS_WEEK, Today Tomorrow Sunday Unknown",
        "NEXT_WEEK, Today Tomorrow Sunday Tuesday Unknown"
    })
    void leavesOutWhoIsKnownToHaveNoTimeBefore(SoonBy day, String left) {
        put(
                aTherapist("Today"),
                aTherapist("Tomorrow"),
                aTherapist("Sunday"),
                aTherapist("Tuesday"),
                aTherapist("Full"),
                aTherapist("Unknown"));
        tell("Today", Instant.parse("2026-11-24T05:30:00Z"));
        tell("Tomorrow", Instant.parse("2026-11-24T06:30:00Z"));
        tell("Sunday", Instant.parse("2026-11-29T16:00:00Z"));
        tell("Tuesday", Instant.parse("2026-12-01T16:00:00Z"));
        tell("Full", null);

        assertThat(names(find(new ASearch().soonBy(day).search()))).containsExactlyInAnyOrder(left.split(" "));
    }

    @Test
    void matchPrefersWhoHasTimeSooner() {
        put(aTherapist("Later"), aTherapist("Sooner"), aTherapist("Never"));
        tell("Later", NOW.plusSeconds(900_000));
        tell("Sooner", NOW.plusSeconds(7_200));
        tell("Never", null);

        assertThat(names(find(Search.forAnything()))).containsExactly("Sooner", "Later", "Never");
    }

    @Test
    void oneBestReviewDoesNotBeatManyVeryGoodOnes() {
        put(aTherapist("One").rated(5, 1), aTherapist("Many").rated(96, 20));

        assertThat(names(find(new ASearch().by(Order.RATING).search()))).containsExactly("Many", "One");
    }

    @Test
    void aRadiusLeavesOutWhoIsFartherAway() {
        put(aTherapist("Near").milesNorth(4.9), aTherapist("Far").milesNorth(5.1));

        assertThat(names(find(new ASearch().near(MAPLEWOOD).radius(5).search())))
                .containsExactly("Near");
    }

    @Test
    void matchPutsExperienceWithTheConditionFirst() {
        put(
                aTherapist("Beginner").knowing(Condition.HEADACHE_MIGRAINE, 1).rated(50, 10),
                aTherapist("Seasoned").knowing(Condition.HEADACHE_MIGRAINE, 12).offering(Modality.TRIGGER_POINT));

        assertThat(names(find(saying("migraine")))).containsExactly("Seasoned", "Beginner");
    }

    @Test
    void aPriceLimitIsIncluding() {
        put(aTherapist("Ana").asking("100.00"), aTherapist("Ben").asking("100.01"));

        assertThat(names(find(new ASearch().below("100.00").search()))).containsExactly("Ana");
    }

    @Test
    void unclaimedPracticesComeLastAndFitNoFilterOfWhatIsDone() {
        show(List.of(anUnclaimedPractice("Elev8 Massage"), aTherapist("Ana").listed()));

        assertThat(names(find(Search.forAnything()))).containsExactly("Ana", "Elev8 Massage");
        assertThat(names(find(new ASearch().modality(Modality.SWEDISH).search())))
                .containsExactly("Ana");
        assertThat(names(find(saying("elev8")))).containsExactly("Elev8 Massage");
    }

    @Test
    void aSearchInStLouisFindsMaplewoodToo() {
        put(aTherapist("Ana").in(Area.MAPLEWOOD), aTherapist("Ben").in(Area.ST_LOUIS));

        assertThat(names(find(new ASearch().area(Area.ST_LOUIS).search()))).containsExactlyInAnyOrder("Ana", "Ben");
        assertThat(names(find(new ASearch().area(Area.MAPLEWOOD).search()))).containsExactly("Ana");
    }

    @Test
    void anEditReplacesAndARemovalForgets() {
        put(aTherapist("Ana").asking("80.00"), aTherapist("Ben"));
        long before = index.generation();
        index.remove(Set.of(aTherapist("Ben").listed().id()));
        put(aTherapist("Ana").asking("70.00"));

        Found found = find(Search.forAnything());

        assertThat(found.hits())
                .extracting(hit -> String.valueOf(hit.entry().priceFrom()))
                .containsExactly("70.00");
        assertThat(index.generation()).isGreaterThan(before);
    }

    @Test
    void searchesSeeTheOldUntilAllOfTheNewIsThere() {
        put(aTherapist("Ana"));
        index.clear();
        index.put(List.of(aTherapist("Ben").listed()));

        assertThat(names(find(Search.forAnything()))).containsExactly("Ana");

        index.put(List.of(aTherapist("Cora").listed()));
        index.show();

        assertThat(names(find(Search.forAnything()))).containsExactlyInAnyOrder("Ben", "Cora");
    }

    @Test
    void knowsWhatItHoldsJustSoAndWhatIsNew() {
        Entry ana = aTherapist("Ana").listed();
        Entry ben = aTherapist("Ben").listed();
        Entry dearer = aTherapist("Ana").asking("99.00").listed();
        show(List.of(aTherapist("Ana").asking("70.00").listed()));
        show(List.of(ana));

        assertThat(index.unknownAmong(List.of(ana, ben))).containsExactly(ben);
        assertThat(index.unknownAmong(List.of(dearer))).containsExactly(dearer);
        assertThat(index.knownAmong(List.of(ana.id(), ben.id()))).containsExactly(ana.id());

        index.remove(List.of(ana.id()));
        index.show();

        assertThat(index.knownAmong(List.of(ana.id()))).isEmpty();
        assertThat(index.unknownAmong(List.of(ana))).containsExactly(ana);
    }

    @Test
    void whatWasKeptIsThereAfterANewStart() {
        put(aTherapist("Ana"));
        index.keep(NOW);
        index.close();
        index = new LuceneListings(folder, openings);

        assertThat(index.knownUpTo()).contains(NOW);
        assertThat(names(find(Search.forAnything()))).containsExactly("Ana");
    }

    @Test
    void anIndexThatWasNeverKeptHasToBeMadeAnew() {
        put(aTherapist("Ana"));

        assertThat(index.knownUpTo()).isEmpty();
    }

    @Test
    void suggestsWordsAndNames() {
        put(aTherapist("Migela Stone"));

        assertThat(index.suggest("mig", 8))
                .containsExactly(
                        new Suggestion(Suggestion.Kind.CONDITION, "headache", "headache-migraine"),
                        new Suggestion(Suggestion.Kind.THERAPIST, "Migela Stone", "migela-stone"));
        assertThat(index.suggest("sto", 8)).extracting(Suggestion::text).contains("hot stone", "Migela Stone");
        assertThat(index.suggest("  ", 8)).isEmpty();
    }

    private void put(Entries... listed) {
        show(Stream.of(listed).map(Entries::listed).toList());
    }

    private void show(List<Entry> listed) {
        index.put(listed);
        index.show();
    }

    private void tell(String name, @Nullable Instant start) {
        openings.put(List.of(new NextOpenings.Told(idOf(name), 1, start)));
    }

    private static UUID idOf(String name) {
        return UUID.fromString(aTherapist(name).listed().id());
    }

    private @Nullable ZonedDateTime openingOf(String name) {
        return find(Search.forAnything()).hits().stream()
                .filter(hit -> hit.entry().name().equals(name))
                .findFirst()
                .orElseThrow()
                .nextOpening();
    }

    private Found find(Search search) {
        return index.search(wanted(search, 0, 100));
    }

    private static Wanted wanted(Search search, int offset, int size) {
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        conditions.addAll(search.conditions());
        conditions.addAll(Lexicon.conditionsIn(search.words()));
        return new Wanted(search, conditions, NOW, offset, size);
    }

    private static List<String> names(Found found) {
        return found.hits().stream().map(hit -> hit.entry().name()).toList();
    }

    private static Search saying(String words) {
        return new ASearch().words(words).search();
    }

    private static List<Entry> crowd(int count) {
        Random random = new Random(count);
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    Entries entry = aTherapist("Therapist " + (char) ('a' + number % 26) + number)
                            .milesNorth(random.nextInt(20))
                            .asking(60 + random.nextInt(8) * 10 + ".00")
                            .offering(one(GENTLE, random), one(FIRM, random))
                            .speaking(random.nextBoolean() ? new String[] {"en"} : new String[] {"en", "es"});
                    if (random.nextInt(4) > 0) {
                        entry.who(one(List.of(Gender.values()), random));
                    }
                    return entry.listed();
                })
                .toList();
    }
}
