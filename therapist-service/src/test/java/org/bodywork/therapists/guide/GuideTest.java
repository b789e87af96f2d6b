package org.bodywork.therapists.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Modality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page of the guide. */
class GuideTest {

    private static final Guide GUIDE = new Guide();

    private static final Path FILES = Path.of("src/main/resources/guide");

    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern PAGE_LINK = Pattern.compile("/guide/([a-z-]+)/([a-z-]+)");
    private static final Pattern SEARCH_LINK = Pattern.compile("/therapists(\\?.*)?");

    /** Words of promises, in both languages. */
    private static final Pattern PROMISE = Pattern.compile(
            "\\b(cur(e|es|ed|ing|able|a|an|as|ar|ará|arán|arse|ación|ativo|ativa)|remed(y|ies|io|ios)"
                    + "|heal(s|ed|ing)?|san(a|an|ar|ará|ación)|guarant\\w*|garant\\w*|mirac\\w*|milagr\\w*"
                    + "|permanent\\w*|forever|para siempre|definitiv\\w*|pain-free|fix(es|ed)?"
                    + "|will (help|relieve|end|stop)|(ayudará|aliviará|eliminará)n?|elimina\\w*)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    static Stream<GuidePage> pages() {
        return Arrays.stream(GuideLanguage.values()).flatMap(language -> GUIDE.all(language).stream());
    }

    /** Each page in English, with its twin in Spanish. */
    static Stream<Arguments> twins() {
        return GUIDE.all(GuideLanguage.EN).stream()
                .map(page -> Arguments.of(
                        page,
                        GUIDE.page(page.shelf(), page.slug(), GuideLanguage.ES).orElseThrow()));
    }

    @ParameterizedTest
    @EnumSource
    void hasAPageForEveryModalityAndCondition(GuideLanguage language) {
        assertThat(GUIDE.on(Shelf.MODALITIES, language))
                .extracting(GuidePage::slug)
                .containsExactly(
                        Arrays.stream(Modality.values()).map(Modality::slug).toArray(String[]::new));
        assertThat(GUIDE.on(Shelf.CONDITIONS, language))
                .extracting(GuidePage::slug)
                .containsExactly(
                        Arrays.stream(Condition.values()).map(Condition::slug).toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoFileUnread(GuideLanguage language) throws IOException {
        try (Stream<Path> files = Files.walk(FILES.resolve(language.tag()))) {
            assertThat(files.filter(Files::isRegularFile).map(file -> file.toString()))
                    .containsExactlyInAnyOrderElementsOf(GUIDE.all(language).stream()
                            .map(page -> FILES.resolve(
                                            Path.of(language.tag(), page.shelf().path(), page.slug() + ".md"))
                                    .toString())
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void saysTheSameInBothLanguages(GuidePage english, GuidePage spanish) {
        assertThat(spanish.modalities()).isEqualTo(english.modalities());
        assertThat(spanish.conditions()).isEqualTo(english.conditions());
        assertThat(links(spanish)).containsExactlyInAnyOrderElementsOf(links(english));
        assertThat(count(spanish.html(), "<h2>")).isEqualTo(count(english.html(), "<h2>"));
        assertThat(count(spanish.html(), "<li>")).isEqualTo(count(english.html(), "<li>"));
        assertThat(spanish.title()).isNotEqualTo(english.title());
        assertThat(spanish.summary()).isNotEqualTo(english.summary());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadsOnlyWhereThereIsSomething(GuidePage page) {
        assertThat(links(page)).isNotEmpty().allMatch(GuideTest::leadsSomewhere);
    }

    @Test
    void knowsALinkThatLeadsNowhere() {
        assertThat(List.of(
                        "/guide/conditions/swedish",
                        "/guide/recipes/swedish",
                        "/guide/modalities",
                        "../modalities/swedish.md",
                        "https://client.example/guide/modalities/swedish",
                        "/therapists?condition=swedish",
                        "/therapists?condition=back-pain&q=x",
                        "/therapists/lucia-ortega",
                        ""))
                .noneMatch(GuideTest::leadsSomewhere);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void sendsTheReaderToASearchAndToADoctorWhereNeeded(GuidePage page) {
        switch (page.shelf()) {
            case MODALITIES, CONDITIONS ->
                assertThat(links(page)).contains(page.search(), "/guide/pages/see-a-doctor-first");
            case SELF_CARE ->
                assertThat(links(page))
                        .contains("/guide/pages/see-a-doctor-first")
                        .anyMatch(link -> link.startsWith("/therapists?condition="));
            case PAGES -> assertThat(page.search()).isEqualTo("/therapists");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void promisesNothing(GuidePage page) {
        assertThat(words(page)).doesNotContainPattern(PROMISE).doesNotContain("!", "¡");
    }

    @Test
    void knowsAPromiseWhenItSeesOne() {
        assertThat(List.of(
                        "a cure for pain",
                        "Guaranteed relief",
                        "heals the back",
                        "This will help",
                        "El masaje cura",
                        "una curación",
                        "resultados garantizados",
                        "le sanará",
                        "es definitivo",
                        "ELIMINA EL DOLOR"))
                .allMatch(text -> PROMISE.matcher(text).find());
        assertThat(List.of("health", "procurar", "may help", "puede ayudar", "semana"))
                .noneMatch(text -> PROMISE.matcher(text).find());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysEnoughAndNotTooMuch(GuidePage page) {
        assertThat(page.html().replaceAll("<[^>]*>", " ").strip().split("\\s+")).hasSizeBetween(120, 300);
        assertThat(page.title()).hasSizeLessThanOrEqualTo(50);
        assertThat(page.summary()).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void modalitiesAndConditionsNameEachOther() {
        for (Modality modality : Modality.values()) {
            for (Condition condition : Condition.values()) {
                assertThat(english(Shelf.MODALITIES, modality.slug())
                                .conditions()
                                .contains(condition))
                        .as("%s and %s", modality, condition)
                        .isEqualTo(english(Shelf.CONDITIONS, condition.slug())
                                .modalities()
                                .contains(modality));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyConditionHasOneSelfCarePage(Condition condition) {
        assertThat(GUIDE.on(Shelf.SELF_CARE, GuideLanguage.EN))
                .filteredOn(page -> page.conditions().contains(condition))
                .singleElement()
                .satisfies(page -> assertThat(links(english(Shelf.CONDITIONS, condition.slug())))
                        .contains("/guide/self-care/" + page.slug()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesNothingTwiceAsRelated(GuidePage page) {
        assertThat(page.modalities()).doesNotHaveDuplicates();
        assertThat(page.conditions()).doesNotHaveDuplicates();
        assertThat(page.modalities()).extracting(Modality::slug).doesNotContain(page.slug());
        assertThat(page.conditions()).extracting(Condition::slug).doesNotContain(page.slug());
    }

    private static boolean leadsSomewhere(String link) {
        var page = PAGE_LINK.matcher(link);
        if (page.matches()) {
            return Shelf.ofPath(page.group(1))
                    .flatMap(shelf -> GUIDE.page(shelf, page.group(2), GuideLanguage.EN))
                    .isPresent();
        }
        var search = SEARCH_LINK.matcher(link);
        return search.matches()
                ? search.group(1) == null
                        || Arrays.stream(search.group(1).substring(1).split("&"))
                                .allMatch(GuideTest::searchesForAWord)
                : link.equals("/guide");
    }

    private static boolean searchesForAWord(String parameter) {
        return Stream.concat(
                        Arrays.stream(Modality.values()).map(modality -> "modality=" + modality.slug()),
                        Arrays.stream(Condition.values()).map(condition -> "condition=" + condition.slug()))
                .anyMatch(parameter::equals);
    }

    private static GuidePage english(Shelf shelf, String slug) {
        return GUIDE.page(shelf, slug, GuideLanguage.EN).orElseThrow();
    }

    private static List<String> links(GuidePage page) {
        return HREF.matcher(page.html())
                .results()
                .map((MatchResult link) -> link.group(1).replace("&amp;", "&"))
                .toList();
    }

    private static String words(GuidePage page) {
        return String.join(" ", page.title(), page.summary(), page.html());
    }

    private static long count(String text, String part) {
        return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
    }
}
