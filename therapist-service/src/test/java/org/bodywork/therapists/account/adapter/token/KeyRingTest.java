package org.bodywork.therapists.account.adapter.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant START = Instant.parse("2026-03-09T15:00:00Z");
    private static final Duration TOKEN_LIFE = Duration.ofHours(8);
    private static final Duration AHEAD = Duration.ofMinutes(20);
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void signsWithTheOldKeyWhileTheNewOneIsOnlyPublished() {
        KeyRing ring = ring(START.plus(AHEAD.dividedBy(2)), key(1, START.minus(MONTH)), key(2, START.plus(AHEAD)));

        assertThat(ring.signing()).map(SigningKeyDocument::generation).contains(1L);
        assertThat(generations(ring.published(TOKEN_LIFE))).containsExactly(2L, 1L);
        assertThat(ring.waiting()).map(SigningKeyDocument::generation).contains(2L);
    }

    @Test
    void keepsTheOldKeyUntilItsLastTokenHasEnded() {
        SigningKeyDocument[] keys = {key(1, START.minus(MONTH)), key(2, START)};

        KeyRing atTheEnd = ring(START.plus(TOKEN_LIFE), keys);
        KeyRing later = ring(START.plus(TOKEN_LIFE).plus(Duration.ofMinutes(6)), keys);

        assertThat(generations(atTheEnd.published(TOKEN_LIFE))).containsExactly(2L, 1L);
        assertThat(generations(later.published(TOKEN_LIFE))).containsExactly(2L);
        assertThat(generations(later.retired(TOKEN_LIFE))).containsExactly(1L);
    }

    @Test
    void wantsTheNextKeyOnceTheNewestHasSignedForAMonth() {
        assertThat(ring(START.plus(MONTH).minusSeconds(1), key(1, START)).needsNext(MONTH))
                .isFalse();
        assertThat(ring(START.plus(MONTH), key(1, START)).needsNext(MONTH)).isTrue();
        assertThat(ring(START).needsNext(MONTH)).isTrue();
    }

    @Test
    void signsWithTheOldestWhereAClockStandsBeforeAllOfThem() {
        assertThat(ring(START.minusSeconds(60), key(1, START)).signing()).isPresent();
    }

    @Test
    void aKeyStoredBeforeKeysWerePublishedAheadSignedAtOnce() {
        assertThat(new SigningKeyDocument(1, "key-1", "{}", "sealed", START, null).signsFrom())
                .isEqualTo(START);
    }

    /** Half a year of sign-ins, checked all their lives against copies of the keys up to a quarter of an hour old. */
    @Test
    void nobodyIsSignedOutByAChangeOfKeys() {
        List<SigningKeyDocument> keys = new ArrayList<>(List.of(key(1, START)));
        List<KeyRing> moments = new ArrayList<>();
        for (Instant now = START; now.isBefore(START.plus(MONTH.multipliedBy(6))); now = now.plus(STEP)) {
            KeyRing ring = new KeyRing(keys, now);
            if (ring.needsNext(MONTH)) {
                keys.add(key(keys.size() + 1L, now.plus(AHEAD)));
            }
            moments.add(new KeyRing(keys, now));
        }

        int checked = 0;
        int life = (int) (TOKEN_LIFE.toMinutes() / STEP.toMinutes());
        for (int issued = 1; issued < moments.size() - life; issued++) {
            SigningKeyDocument signing = moments.get(issued).signing().orElseThrow();
            for (int copy = issued - 1; copy <= issued + life; copy++) {
                assertThat(moments.get(copy).published(TOKEN_LIFE)).contains(signing);
                checked++;
            }
        }
        assertThat(keys).hasSizeGreaterThan(5);
        assertThat(checked).isPositive();
    }

    private static KeyRing ring(Instant now, SigningKeyDocument... keys) {
        return new KeyRing(List.of(keys), now);
    }

    private static SigningKeyDocument key(long generation, Instant signsFrom) {
        return new SigningKeyDocument(generation, "key-" + generation, "{}", "sealed", START, signsFrom);
    }

    private static List<Long> generations(List<SigningKeyDocument> keys) {
        return keys.stream().map(SigningKeyDocument::generation).toList();
    }
}
