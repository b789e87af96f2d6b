package org.bodywork.notifications.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GsmTextTest {

    @Test
    void keepsWhatTheAlphabetHas() {
        assertThat(GsmText.fold("¿Mañana? ñ é ü £5")).isEqualTo("¿Mañana? ñ é ü £5");
    }

    @Test
    void replacesWhatHasANearLikeness() {
        assertThat(GsmText.fold("mié “calm” – Ana’s sábado… 10:00 a. m."))
                .isEqualTo("mié \"calm\" - Ana's sabado... 10:00 a. m.");
    }

    @Test
    void leavesWhatHasNone() {
        assertThat(GsmText.fold("שרה 😀")).isEqualTo("שרה 😀");
        assertThat(GsmText.fitsOneSegment("שרה")).isFalse();
    }

    @Test
    void countsExtendedCharactersTwice() {
        assertThat(GsmText.places("a€[")).isEqualTo(5);
    }

    @Test
    void holdsExactlyOneHundredAndSixty() {
        assertThat(GsmText.fitsOneSegment("a".repeat(160))).isTrue();
        assertThat(GsmText.fitsOneSegment("a".repeat(161))).isFalse();
    }
}
