package org.bodywork.therapists.review.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void keepsParagraphsAndDropsEmptySpace() {
        assertThat(Words.cleaned("  My back \t is\u00A0better. \r\n\r\n\r\n\r\n Thank you! \n"))
                .contains("My back is better.\n\nThank you!");
    }

    @Test
    void dropsWhatTurnsOrHidesText() {
        assertThat(Words.cleaned("great\u202Eton\u202C work\u200B\uFEFF")).contains("greatton work");
    }

    @Test
    void keepsScriptsAndEmojiThatNeedJoiners() {
        String family =
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";

        assertThat(Words.cleaned(family)).contains(family);
    }

    @Test
    void writesEachCharacterInOneWay() {
        assertThat(Words.cleaned("Jose\u0301")).contains("Jos\u00E9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\n", "\u200D", "\u202E\u00A0"})
    void findsNothingInWhatSaysNothing(String written) {
        assertThat(Words.cleaned(written)).isEmpty();
    }
}
