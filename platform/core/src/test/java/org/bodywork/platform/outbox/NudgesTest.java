package org.bodywork.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.bodywork.platform.outbox.Nudges.Held;
import org.junit.jupiter.api.Test;

class NudgesTest {

    private final Nudges nudges = new Nudges();

    @Test
    void givesTheOldestFirstAndEachOnce() {
        nudges.add("a", "1");
        nudges.add("b", "2");
        nudges.add("c", "3");

        assertThat(nudges.take(2)).containsExactly(new Held("a", "1"), new Held("b", "2"));
        assertThat(nudges.take(2)).containsExactly(new Held("c", "3"));
        assertThat(nudges.take(2)).isEmpty();
    }

    @Test
    void keepsOnlyTheNewestTokenOfADocument() {
        nudges.add("a", "1");
        nudges.add("a", "2");

        assertThat(nudges.take(9)).containsExactly(new Held("a", "2"));
        assertThat(nudges.holds("a")).isFalse();
    }

    @Test
    void remembersNoMoreThanItMayAndStillTheNewestTokens() {
        for (int document = 0; document < Nudges.MOST; document++) {
            nudges.add(document, "1");
        }

        nudges.add("one too many", "1");
        nudges.add(0, "2");

        assertThat(nudges.holds("one too many")).isFalse();
        assertThat(nudges.take(Integer.MAX_VALUE)).hasSize(Nudges.MOST).startsWith(new Held(0, "2"));
    }

    @Test
    void takesDocumentsAgainOnceThereIsRoom() {
        for (int document = 0; document < Nudges.MOST; document++) {
            nudges.add(document, "1");
        }
        nudges.take(1);

        nudges.add("late", "1");

        assertThat(nudges.holds("late")).isTrue();
    }
}
