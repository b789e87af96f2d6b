package org.bodywork.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyMakerTest {

    @Test
    void makesSecretsThatFitTheirUse() {
        Map<String, String> secrets = KeyMaker.allSecrets();

        EventCipher cipher = EventCipher.of(secrets.getOrDefault("BODYWORK_EVENT_KEYSET", ""));
        assertThat(cipher.open("a", "t", cipher.seal("a", "t", "{}"))).isEqualTo("{}");
        assertThat(Mac.of("link", secrets.getOrDefault("BODYWORK_LINK_KEY", "")).hex("x"))
                .hasSize(64);
        assertThat(secrets.values()).allSatisfy(secret -> assertThat(secret).doesNotContain("\n"));
    }

    @Test
    void neverMakesTheSameTwice() {
        assertThat(KeyMaker.allSecrets().values())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(KeyMaker.allSecrets().values());
    }
}
