package org.bodywork.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MacTest {

    private static final String KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    /** Computed with another implementation: {@code printf '%s' text | openssl dgst -sha256 -hmac KEY}. */
    @Test
    void agreesWithAnIndependentImplementation() {
        assertThat(Mac.of("k1", KEY).hex("ana@example.org|Ana"))
                .isEqualTo("9392079ea49ec59bd78f3ce0940a2b180e518d659e25d4226e9c66b488cd5aaf");
    }

    @Test
    void givesACodeThatCanStandInAUrl() {
        assertThat(Mac.of("k1", KEY).base64Url("anything")).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void refusesAShortKeyWithoutTellingIt() {
        String shortKey = Base64.getEncoder().encodeToString(new byte[16]);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Mac.of("link", shortKey))
                .withMessageContaining("link")
                .withMessageNotContaining(shortKey);
    }
}
