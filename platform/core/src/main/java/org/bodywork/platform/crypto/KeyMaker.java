package org.bodywork.platform.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes fresh secrets, under the names of the environment variables the services read them from. */
public final class KeyMaker {

    private static final int KEY_BYTES = 32;

    private KeyMaker() {}

    /** Every secret there is, each random and different. */
    public static Map<String, String> allSecrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("BODYWORK_EVENT_KEYSET", keyset());
        secrets.put("BODYWORK_CLIENT_KEY", key());
        secrets.put("BODYWORK_LINK_KEY", key());
        secrets.put("BODYWORK_RECORD_KEY", key());
        secrets.put("BODYWORK_SUPPRESSION_KEY", key());
        secrets.put("BODYWORK_INTERNAL_TOKEN", key());
        secrets.put("TWILIO_AUTH_TOKEN", key());
        return secrets;
    }

    private static String key() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String keyset() {
        try {
            AeadConfig.register();
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
            // One line, so that it can stand in an environment file.
            return json.replaceAll("\\s*\\R\\s*", "");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot make an AES-256-GCM key", e);
        }
    }
}
