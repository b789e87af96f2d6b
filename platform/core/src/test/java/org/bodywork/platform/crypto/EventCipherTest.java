package org.bodywork.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import org.bodywork.platform.events.BadEvent;
import org.junit.jupiter.api.Test;

class EventCipherTest {

    private static final String TYPE = "org.example.thing.changed.v1";

    @Test
    void opensWhatItSealed() throws GeneralSecurityException {
        EventCipher cipher = EventCipher.of(aKeyset());

        String sealed = cipher.seal("a1", TYPE, "{\"name\":\"Zoë\"}");

        assertThat(cipher.open("a1", TYPE, sealed)).isEqualTo("{\"name\":\"Zoë\"}");
        assertThat(sealed).doesNotContain("Zoë");
    }

    @Test
    void refusesASealedPartMovedToAnotherAggregateOrType() throws GeneralSecurityException {
        EventCipher cipher = EventCipher.of(aKeyset());
        String sealed = cipher.seal("a1", TYPE, "{}");

        assertThatExceptionOfType(BadEvent.class).isThrownBy(() -> cipher.open("a2", TYPE, sealed));
        assertThatExceptionOfType(BadEvent.class).isThrownBy(() -> cipher.open("a1", "other", sealed));
    }

    @Test
    void refusesAnotherKeysetAndWhatIsNoCiphertext() throws GeneralSecurityException {
        String foreign = EventCipher.of(aKeyset()).seal("a1", TYPE, "{}");
        EventCipher cipher = EventCipher.of(aKeyset());

        assertThatExceptionOfType(BadEvent.class).isThrownBy(() -> cipher.open("a1", TYPE, foreign));
        assertThatExceptionOfType(BadEvent.class).isThrownBy(() -> cipher.open("a1", TYPE, "not base64!"));
    }

    @Test
    void openWithARetiredKeyStillWorksAfterRotation() throws GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle old = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        String sealed = EventCipher.of(json(old)).seal("a1", TYPE, "{}");
        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();

        EventCipher cipher = EventCipher.of(json(rotated));

        assertThat(cipher.open("a1", TYPE, sealed)).isEqualTo("{}");
    }

    @Test
    void saysWhatToDoWhenTheKeysetIsNone() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> EventCipher.of("{}"))
                .withMessageContaining("BODYWORK_EVENT_KEYSET");
    }

    private static String aKeyset() throws GeneralSecurityException {
        AeadConfig.register();
        return json(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    private static String json(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }
}
