package org.bodywork.allinone.data;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The secrets of one installation, by the name of the environment variable that carries each. */
public final class Keys {

    public static final String EVENT_KEYSET = "BODYWORK_EVENT_KEYSET";
    public static final String CLIENT_KEY = "BODYWORK_CLIENT_KEY";
    public static final String LINK_KEY = "BODYWORK_LINK_KEY";
    public static final String RECORD_KEY = "BODYWORK_RECORD_KEY";
    public static final String SUPPRESSION_KEY = "BODYWORK_SUPPRESSION_KEY";
    public static final String INTERNAL_TOKEN = "BODYWORK_INTERNAL_TOKEN";
    public static final String TWILIO_ACCOUNT = "TWILIO_ACCOUNT_SID";
    public static final String TWILIO_TOKEN = "TWILIO_AUTH_TOKEN";

    private static final int KEY_BYTES = 32;

    private final Map<String, String> byName;

    private Keys(Map<String, String> byName) {
        this.byName = byName;
    }

    public static Keys fresh() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(EVENT_KEYSET, freshKeyset());
        keys.put(CLIENT_KEY, randomKey());
        keys.put(LINK_KEY, randomKey());
        keys.put(RECORD_KEY, randomKey());
        keys.put(SUPPRESSION_KEY, randomKey());
        keys.put(INTERNAL_TOKEN, randomKey());
        keys.put(TWILIO_ACCOUNT, "AC" + HexFormat.of().formatHex(random(16)));
        keys.put(TWILIO_TOKEN, randomKey());
        return new Keys(keys);
    }

    /** The folder's keys, made at its first use and never again: what they once sealed must open for ever. */
    public static Keys of(DataFolder folder) {
        Path file = folder.file("keys");
        if (!Files.exists(file)) {
            PrivateFile.write(file, fresh().asLines());
        }
        return read(file);
    }

    /** One {@code NAME=value} a line. */
    public String asLines() {
        return byName.entrySet().stream()
                .map(key -> key.getKey() + "=" + key.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** As {@link #asLines()}, quoted as the {@code .env} file of docker compose wants it. */
    public String asComposeLines() {
        return byName.entrySet().stream()
                .map(key -> key.getKey() + "='" + key.getValue() + "'\n")
                .collect(Collectors.joining());
    }

    public String get(String name) {
        String key = byName.get(name);
        if (key == null) {
            throw new IllegalStateException("the keys file lacks " + name);
        }
        return key;
    }

    /** Says nothing of the secrets, so that none reaches a log. */
    @Override
    public String toString() {
        return "Keys" + byName.keySet();
    }

    private static Keys read(Path file) {
        try {
            return new Keys(Files.readAllLines(file).stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String randomKey() {
        return Base64.getEncoder().encodeToString(random(KEY_BYTES));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String freshKeyset() {
        try {
            AeadConfig.register();
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
            // On one line, as an environment variable and a line of a file want it.
            return JsonMapper.shared().readTree(json).toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM lacks AES-GCM", e);
        }
    }
}
