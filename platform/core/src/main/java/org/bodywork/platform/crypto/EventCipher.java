package org.bodywork.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.bodywork.platform.events.BadEvent;

/**
 * Seals the part of an event that is personal. A sealed part opens only under its own aggregate and event type, so it
 * cannot be moved into another event. New seals use the keyset's primary key; older keys still open.
 */
public final class EventCipher {

    private final Aead aead;

    private EventCipher(Aead aead) {
        this.aead = aead;
    }

    /**
     * A cipher with the keys of a keyset.
     *
     * @param jsonKeyset Tink's JSON keyset of AEAD keys
     * @throws IllegalArgumentException when it is none; the message holds nothing of it
     */
    public static EventCipher of(String jsonKeyset) {
        try {
            AeadConfig.register();
            return new EventCipher(TinkJsonProtoKeysetFormat.parseKeyset(jsonKeyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "BODYWORK_EVENT_KEYSET is no Tink JSON keyset of AEAD keys; `./bodywork secrets` makes one", e);
        }
    }

    public String seal(String aggregateId, String type, String plain) {
        try {
            byte[] sealed = aead.encrypt(plain.getBytes(StandardCharsets.UTF_8), binding(aggregateId, type));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws BadEvent when it was not sealed for this aggregate and type with a key we hold
     */
    public String open(String aggregateId, String type, String sealed) {
        try {
            byte[] plain = aead.decrypt(Base64.getDecoder().decode(sealed), binding(aggregateId, type));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BadEvent("the sealed part does not open", e);
        }
    }

    private static byte[] binding(String aggregateId, String type) {
        return (aggregateId + "|" + type).getBytes(StandardCharsets.UTF_8);
    }
}
