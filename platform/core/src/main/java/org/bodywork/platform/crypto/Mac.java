package org.bodywork.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 under one named key: the same text always gives the same code, and nobody without the key can make or
 * guess one.
 */
public final class Mac {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY_BYTES = 32;

    private final String keyId;
    private final SecretKeySpec key;

    private Mac(String keyId, SecretKeySpec key) {
        this.keyId = keyId;
        this.key = key;
    }

    /**
     * The code under this key.
     *
     * @param keyId is stored beside each code, so that keys can change
     * @param base64Key at least 32 bytes
     * @throws IllegalArgumentException when the key is no base64 or too short
     */
    public static Mac of(String keyId, String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key.strip());
        if (bytes.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException("key " + keyId + " has fewer than " + LEAST_KEY_BYTES + " bytes");
        }
        return new Mac(keyId, new SecretKeySpec(bytes, ALGORITHM));
    }

    public String keyId() {
        return keyId;
    }

    public byte[] of(String text) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    public String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** Without padding, so it can stand in a URL. */
    public String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(of(text));
    }
}
