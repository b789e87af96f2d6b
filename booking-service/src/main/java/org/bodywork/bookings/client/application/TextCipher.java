package org.bodywork.bookings.client.application;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bodywork.bookings.client.domain.SealedText;

/**
 * Encrypts texts at rest under one named key: AES-256-GCM, each text bound to its document and field. A sealed text is
 * the key's id, a dot, and base64 of nonce and ciphertext.
 */
public final class TextCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final String keyId;
    private final SecretKey key;

    /**
     * A cipher under one key.
     *
     * @param base64Key at least 32 bytes, of which the first 32 are used
     */
    public TextCipher(String keyId, String base64Key) {
        this.keyId = keyId;
        this.key = new SecretKeySpec(Arrays.copyOf(Base64.getDecoder().decode(base64Key.strip()), KEY_BYTES), "AES");
    }

    public String keyId() {
        return keyId;
    }

    public SealedText seal(String document, String field, String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, document, field).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] stored = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, stored, NONCE_BYTES, sealed.length);
            return new SealedText(keyId + "." + Base64.getEncoder().encodeToString(stored));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException when it was sealed with another key, or for another document or field
     */
    public String open(String document, String field, SealedText sealed) {
        if (!sealed.keyId().equals(keyId)) {
            throw new IllegalStateException("sealed with a key that is not here: " + sealed.keyId());
        }
        byte[] stored = Base64.getDecoder().decode(sealed.content());
        try {
            byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, document, field)
                    .doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored text does not open", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String document, String field) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((document + "|" + field).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
