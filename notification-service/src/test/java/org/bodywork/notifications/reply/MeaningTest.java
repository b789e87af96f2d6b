package org.bodywork.notifications.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bodywork.notifications.letter.GsmText;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.VisitBuilder;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {

    private static final Place PLACE = new Place("Maplewood Hands", "(314) 555-0142", null, null, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "STOPALL",
                "UNSUBSCRIBE",
                "End",
                "quit",
                "REVOKE",
                "OPTOUT",
                "opt out",
                "Cancel",
                "please stop texting me",
                "Stop sending me these messages!",
                "Don't text me anymore",
                "do not contact this number",
                "Take me off your list",
                "no more texts",
                "I want to opt out of texts",
                "remove my number please",
                "ALTO",
                "No me manden más mensajes",
                "dejen de escribirme por favor",
                "no quiero recibir más mensajes",
                "Quiten mi número",
                "¡BASTA!",
                "Stop the reminders"
            })
    void isStopHoweverItIsSaid(String text) {
        assertThat(Meaning.of(text)).isEqualTo(Meaning.STOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I need to cancel my appointment on Tuesday",
                "Can we stop at 5?",
                "Thank you, see you on Tuesday",
                "Necesito cancelar mi cita",
                "Is there a bus stop nearby",
                "¿Dónde es?",
                "See you at the end",
                "",
                "   ",
                "😀",
                "תודה",
                "谢谢",
                "0",
                "Cc",
                "quitting time is 5, can I come later"
            })
    void isNotStopWhenSomebodySpeaksOfTheirVisit(String text) {
        assertThat(Meaning.of(text)).isEqualTo(Meaning.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "c", " c. ", "Confirm", "CONFIRMO"})
    void isAConfirmation(String text) {
        assertThat(Meaning.of(text)).isEqualTo(Meaning.CONFIRM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R", "r!", "Reschedule"})
    void isAWishForAnotherTime(String text) {
        assertThat(Meaning.of(text)).isEqualTo(Meaning.RESCHEDULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "help?", "Ayuda", "info"})
    void isACallForHelp(String text) {
        assertThat(Meaning.of(text)).isEqualTo(Meaning.HELP);
    }

    @Test
    @Timeout(5)
    void isFoundQuicklyInTheLongestTextThereIs() {
        for (String piece : new String[] {"stop ", "a", "don t ", "😀", "ש", "no ", "\u0301", " "}) {
            String text = piece.repeat(1_600 / piece.length());
            for (int times = 0; times < 50; times++) {
                assertThat(Meaning.of(text)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToldAsPublished(Meaning meaning) {
        Instant at = Instant.parse("2026-11-23T16:00:00Z");
        Event event = ReplyDocument.events("abc", meaning, "ff72c46d-ca8f-4e35-81af-446506f102fc", at)
                .getFirst();

        EventContract.of(event.type()).assertFits(event.json());
        assertThat(event.topic()).isEqualTo(EventContract.of(event.type()).topic());
        assertThat(event.key()).isEqualTo("ff72c46d-ca8f-4e35-81af-446506f102fc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void isAnsweredInOneSegmentWithWhatTheyNeed(String language) {
        ReplyWords words = new ReplyWords();
        var visit = VisitBuilder.aConfirmedVisit().speaking(language).build();

        assertThat(words.about(Meaning.HELP, visit, PLACE)).contains("Maplewood Hands", "(314) 555-0142", "STOP");
        assertThat(words.about(Meaning.RESCHEDULE, visit, PLACE)).contains("/manage/" + "s".repeat(43));
        assertThat(words.about(Meaning.CONFIRM, visit, PLACE)).contains("Maplewood Hands", "10:00");
        for (Meaning meaning : new Meaning[] {Meaning.HELP, Meaning.RESCHEDULE, Meaning.CONFIRM, Meaning.STOP}) {
            assertThat(GsmText.fitsOneSegment(words.about(meaning, visit, PLACE)))
                    .as(words.about(meaning, visit, PLACE))
                    .isTrue();
            assertThat(GsmText.segments(words.toAnybody(meaning, Locale.of(language))))
                    .isOne();
        }
    }

    @Test
    void cannotConfirmWhatThePracticeHasNot() {
        var requested = VisitBuilder.aRequestedVisit()
                .startingAt(VisitBuilder.START.plus(Duration.ofDays(1)))
                .build();

        assertThat(new ReplyWords().about(Meaning.CONFIRM, requested, PLACE)).contains("has not confirmed");
    }
}
