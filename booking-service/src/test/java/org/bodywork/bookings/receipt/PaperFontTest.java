package org.bodywork.bookings.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperFontTest {

    private final PaperFont font = new PaperFont();

    @ParameterizedTest
    @CsvSource({
        "Zoë Nuñez, Zoë Nuñez",
        "Łukasz Żółć, Łukasz Żółć",
        "Nun\u0303ez, Nuñez",
        "Ольга, Ольга",
        "Ελένη, Ελένη",
        "O’Brien – Smith, O’Brien – Smith"
    })
    void setsNamesAsTheyAreWritten(String name, String set) {
        assertThat(font.settable(name)).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource({"Ada 👩‍🦰, Ada □", "مريم, □□□□", "Ada\uD800, Ada□"})
    void putsASquareForEachLetterItDoesNotHave(String name, String set) {
        assertThat(font.settable(name)).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource({"שרה, הרש", "Ada שרה Cohen, Ada הרש Cohen"})
    void setsHebrewFromLeftToRight(String name, String set) {
        assertThat(font.settable(name)).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource({"'Ada\nLovelace', Ada Lovelace", "'Ada\u0007Lovelace', Ada Lovelace"})
    void setsASpaceForWhatIsNoLetter(String name, String set) {
        assertThat(font.settable(name)).isEqualTo(set);
    }
}
