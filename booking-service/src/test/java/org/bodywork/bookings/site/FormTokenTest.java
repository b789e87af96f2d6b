package org.bodywork.bookings.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTokenTest {

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T10:00:00Z"));
    private final FormToken tokens = new FormToken(Mac.of("1", FreshKeys.key()), clock);

    @Test
    void isGoodForItsOwnerOnly() {
        String token = tokens.of("june");

        assertThat(tokens.isGood(token, "june")).isTrue();
        assertThat(tokens.isGood(token, "may")).isFalse();
    }

    @Test
    void endsWhenAFormHasBeenOpenForHalfADay() {
        String token = tokens.of("june");

        clock.advance(Duration.ofHours(11));
        assertThat(tokens.isGood(token, "june")).isTrue();

        clock.advance(Duration.ofHours(2));
        assertThat(tokens.isGood(token, "june")).isFalse();
    }

    @Test
    void cannotBeGivenALongerLife() {
        String token = tokens.of("june");
        String longer = "9" + token;

        assertThat(tokens.isGood(longer, "june")).isFalse();
    }

    @Test
    void isAnotherUnderAnotherKey() {
        String foreign = new FormToken(Mac.of("1", FreshKeys.key()), clock).of("june");

        assertThat(tokens.isGood(foreign, "june")).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", ".", "99999999999999999999.a", "1.é"})
    void isNeverWhatIsNoToken(String shown) {
        assertThat(tokens.isGood(shown, "june")).isFalse();
    }
}
