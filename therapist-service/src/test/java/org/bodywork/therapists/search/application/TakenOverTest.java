package org.bodywork.therapists.search.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bodywork.therapists.store.Dated;
import org.junit.jupiter.api.Test;

class TakenOverTest {

    private static final Instant NOW = Instant.parse("2026-11-24T17:03:41.512Z");

    private final TakenOver taken = new TakenOver();

    @Test
    void knowsWhatItWasToldOf() {
        Dated<UUID> change = new Dated<>(UUID.randomUUID(), NOW);
        taken.add(change);

        TakenOver.Look look = taken.look();

        assertThat(look.isNew(change)).isFalse();
        assertThat(look.isNew(new Dated<>(UUID.randomUUID(), NOW))).isTrue();
    }

    @Test
    void aLaterChangeOfTheSameIsNew() {
        Dated<UUID> change = new Dated<>(UUID.randomUUID(), NOW);
        taken.add(change);

        assertThat(taken.look().isNew(new Dated<>(change.value(), NOW.plusMillis(1))))
                .isTrue();
    }

    @Test
    void whatALookHasSeenIsKnownToTheNextOnceItHasEnded() {
        List<Dated<UUID>> many = IntStream.range(0, 10_000)
                .mapToObj(_ -> new Dated<>(UUID.randomUUID(), NOW))
                .toList();
        TakenOver.Look broken = taken.look();
        assertThat(many).allMatch(broken::isNew);

        TakenOver.Look whole = taken.look();
        assertThat(many).allMatch(whole::isNew);
        whole.end();

        assertThat(many).noneMatch(taken.look()::isNew);
    }

    @Test
    void whatIsToldDuringALookIsKnownToTheNext() {
        Dated<UUID> change = new Dated<>(UUID.randomUUID(), NOW);
        TakenOver.Look look = taken.look();
        taken.add(change);
        look.end();

        assertThat(taken.look().isNew(change)).isFalse();
    }
}
