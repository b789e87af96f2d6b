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
}
