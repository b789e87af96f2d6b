package org.bodywork.bookings.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.Vocabulary;
import org.bodywork.bookings.site.SiteLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class WordsTest {

    private final ResourceBundleMessageSource messages = messages();

    @Test
    void areThereInBothLanguages() {
        ResourceBundle english = ResourceBundle.getBundle("pages/find", Locale.ROOT);
        ResourceBundle spanish = ResourceBundle.getBundle("pages/find", Locale.of("es"));

        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet().stream()
                        .filter(key -> english.getString(key).equals(spanish.getString(key)))
                        .filter(key -> !key.startsWith("area.") && !key.startsWith("state."))
                        .toList())
                .as("words that were not translated")
                .isSubsetOf("find.minutes", "find.instead", "find.chip.on");
    }

    @ParameterizedTest
    @EnumSource(SiteLanguage.class)
    void nameEverythingTherapistsAreChosenBy(SiteLanguage language) {
        Map<String, Set<String>> kinds = Map.of(
                "condition", Vocabulary.CONDITIONS,
                "condition-in", Vocabulary.CONDITIONS,
                "modality", Vocabulary.MODALITIES,
                "modality-in", Vocabulary.MODALITIES,
                "area", Vocabulary.AREAS,
                "gender", Vocabulary.GENDERS);

        kinds.forEach((kind, words) -> assertThat(words)
                .allSatisfy(word -> assertThat(messages.getMessage(kind + "." + word, null, null, language.locale()))
                        .isNotNull()));
    }

    @Test
    void sayAmountsAndLanguagesAsPeopleDo() {
        Words english = new Words(messages, SiteLanguage.EN);
        Words spanish = new Words(messages, SiteLanguage.ES);

        assertThat(english.money(new Money("95.00", "USD"))).isEqualTo("$95");
        assertThat(english.money(new Money("1095.50", "USD"))).isEqualTo("$1,095.50");
        assertThat(english.tongue("es")).isEqualTo("Spanish");
        assertThat(spanish.tongue("es")).isEqualTo("Español");
        assertThat(english.say("state.TX")).isEqualTo("TX");
    }

    @Test
    void giveTheReasonThatMattersMost() {
        Words english = new Words(messages, SiteLanguage.EN);
        Words spanish = new Words(messages, SiteLanguage.ES);
        ListedTherapist june = june(Map.of("back-pain", 9, "arthritis", 1, "poor-sleep", 20, "neck-pain", 0));

        assertThat(CardView.why(june, wish("condition", "back-pain", "arthritis"), english))
                .isEqualTo("9 years of experience with back pain");
        assertThat(CardView.why(june, wish("condition", "arthritis"), spanish))
                .isEqualTo("Un año de experiencia con artritis");
        assertThat(CardView.why(june, wish("condition", "neck-pain"), english))
                .isEqualTo("Works with neck and shoulder pain");
        assertThat(CardView.why(june, wish("modality", "swedish"), english)).isEqualTo("Offers Swedish massage");
        assertThat(CardView.why(june, Wish.ANYTHING, english)).isEqualTo("20 years of experience with poor sleep");
        assertThat(CardView.why(june(Map.of()), Wish.ANYTHING, english)).isEmpty();
    }

    @Test
    void takeTheTreatmentThatAnybodyCanBookAndThatWasAskedFor() {
        ListedTherapist june = june(Map.of());

        assertThat(CardView.treatment(june, Wish.ANYTHING))
                .map(each -> each.name())
                .contains("Sixty");
        assertThat(CardView.treatment(june, wish("modality", "medical")))
                .map(each -> each.name())
                .contains("Medical");
        assertThat(CardView.treatment(june, wish("modality", "hot-stone")))
                .map(each -> each.name())
                .contains("Sixty");
    }

    @Test
    void shortenNamesOfAllKinds() {
        assertThat(CardView.initials("June Abernathy")).isEqualTo("JA");
        assertThat(CardView.initials("Ólafur  von der Heide")).isEqualTo("ÓH");
        assertThat(CardView.initials("😀 Smile")).isEqualTo("😀S");
        assertThat(CardView.initials("Cher")).isEqualTo("C");
    }

    private static ListedTherapist june(Map<String, Integer> experience) {
        return new ListedTherapist(
                TherapistId.of("1b220776-f3a3-3b1b-b240-8241a14b4879"),
                "june",
                "June",
                "Brickyard",
                "brickyard",
                "maplewood",
                true,
                List.of("en"),
                List.of(),
                List.of("swedish", "medical"),
                experience,
                List.of(
                        treatment("Again", "swedish", 60, ForClients.RETURNING),
                        treatment("Short", "swedish", 30, ForClients.ANY),
                        treatment("Sixty", "swedish", 60, ForClients.ANY),
                        treatment("Medical", "medical", 90, ForClients.ANY)),
                true,
                null,
                List.of());
    }

    private static ListedTherapist.Offered treatment(String name, String modality, int minutes, ForClients clients) {
        return new ListedTherapist.Offered(
                TreatmentId.of("723a7a8d-e3bd-3546-8313-05382bc308ce"),
                name,
                modality,
                minutes,
                new Money("95.00", "USD"),
                clients);
    }

    private static Wish wish(String name, String... words) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        for (String word : words) {
            query.add(name, word);
        }
        return Wish.read(query).wish();
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("pages/find");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
