package org.bodywork.therapists.search.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.therapists.listing.domain.Area.LAKEWOOD;
import static org.bodywork.therapists.listing.domain.Area.MAPLEWOOD;
import static org.bodywork.therapists.listing.domain.Area.ST_LOUIS;
import static org.bodywork.therapists.listing.domain.Gender.MAN;
import static org.bodywork.therapists.listing.domain.Gender.WOMAN;

import java.util.Optional;
import java.util.Set;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTest {

    private static final Point MAPLEWOOD_ZIP = new Point(38.61, -90.32);

    @Test
    void readsPlacePriceAndTopicFromASentence() {
        Search read = read("Migraine near 63143 under $100 this week");

        assertThat(read.words()).isEqualTo("migraine");
        assertThat(read.near()).isEqualTo(MAPLEWOOD_ZIP);
        assertThat(read.radiusMiles()).isEqualTo(50);
        assertThat(read.maxPrice()).isEqualTo(Money.of("100.00"));
        assertThat(read.soonBy()).isEqualTo(SoonBy.THIS_WEEK);
    }

    @Test
    void readsAreaGenderAndLanguage() {
        Search read = read("fibromyalgia Lakewood woman Spanish");

        assertThat(read.words()).isEqualTo("fibromyalgia");
        assertThat(read.areas()).containsExactly(LAKEWOOD);
        assertThat(read.genders()).containsExactly(WOMAN);
        assertThat(read.languages()).containsExactly("es");
    }

    @Test
    void readsSpanishSentences() {
        Search read = read("una mujer que habla español para migraña cerca de 63143 hasta $90");

        assertThat(read.words()).isEqualTo("migraña");
        assertThat(read.genders()).containsExactly(WOMAN);
        assertThat(read.maxPrice()).isEqualTo(Money.of("90.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "back pain under 80, 80.00",
        "back pain less than $95.50, 95.50",
        "back pain $120, 120.00",
        "back pain up to 70 dollars, 70.00"
    })
    void readsPrices(String words, String price) {
        Search read = read(words);

        assertThat(read.maxPrice()).isEqualTo(Money.of(price));
        assertThat(read.words()).isEqualTo("back pain");
    }

    @ParameterizedTest
    @CsvSource({"stl, ST_LOUIS", "st. louis, ST_LOUIS", "Saint Louis, ST_LOUIS", "maplewood, MAPLEWOOD"})
    void readsAreasByTheirUsualNames(String words, Area area) {
        assertThat(read("neck " + words).areas()).containsExactly(area);
        assertThat(Set.of(ST_LOUIS, MAPLEWOOD, LAKEWOOD)).contains(area);
    }

    @ParameterizedTest
    @CsvSource({"male, MAN", "a woman, WOMAN", "female, WOMAN", "non-binary, NONBINARY"})
    void readsGendersAsWholeWords(String words, Gender gender) {
        assertThat(read(words).genders()).containsExactly(gender);
        assertThat(read("manual therapy").genders()).doesNotContain(MAN);
    }

    @ParameterizedTest
    @CsvSource({
        "today, TODAY",
        "tonight, TODAY",
        "this afternoon, TODAY",
        "hoy, TODAY",
        "tomorrow, TOMORROW",
        "mañana, TOMORROW",
        "esta mañana, TODAY",
        "this week, THIS_WEEK",
        "esta semana, THIS_WEEK",
        "next week, NEXT_WEEK",
        "la semana que viene, NEXT_WEEK",
        "today or tomorrow, TODAY"
    })
    void readsByWhenSomebodyWantsToBeSeen(String words, SoonBy day) {
        Search read = read("back pain " + words);

        assertThat(read.soonBy()).isEqualTo(day);
        assertThat(read.words()).isEqualTo("back pain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"back pain soon", "back pain asap", "back pain", "back pain for a week"})
    void leavesOutNobodyWhereNoDayIsNamed(String words) {
        assertThat(read(words).soonBy()).isNull();
    }

    @Test
    void leavesANumberThatIsNoKnownZipInTheText() {
        Search read = read("clinic 99999");

        assertThat(read.near()).isNull();
        assertThat(read.words()).isEqualTo("clinic 99999");
    }

    @Test
    void aChosenFilterWinsOverTheWords() {
        Search chosen = new Search(
                "woman under $50",
                Set.of(),
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(MAN),
                Set.of(),
                Money.of("80.00"),
                null,
                Order.MATCH);

        Search read = PlainWords.read(chosen, _ -> Optional.empty());

        assertThat(read.genders()).containsExactly(MAN);
        assertThat(read.maxPrice()).isEqualTo(Money.of("80.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "slipped disc, BACK_PAIN",
        "Migraines, HEADACHE_MIGRAINE",
        "tight shoulders, MUSCLE_TENSION",
        "fibro, FIBROMYALGIA",
        "dolor de cabeza, HEADACHE_MIGRAINE"
    })
    void theLexiconKnowsPlainWordsForConditions(
            String words, org.bodywork.therapists.listing.domain.Condition condition) {
        assertThat(Lexicon.conditionsIn(words)).contains(condition);
    }

    private static Search read(String words) {
        Search said = new Search(
                words, Set.of(), null, null, Set.of(), Set.of(), Set.of(), Set.of(), null, null, Order.MATCH);
        return PlainWords.read(said, zip -> zip.equals("63143") ? Optional.of(MAPLEWOOD_ZIP) : Optional.empty());
    }
}
