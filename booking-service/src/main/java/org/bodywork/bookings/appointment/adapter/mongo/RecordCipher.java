package org.bodywork.bookings.appointment.adapter.mongo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what clients write, at rest: AES-256-GCM, each text bound to its document and field. Stored as
 * {@code <key id>.<base64 of nonce and ciphertext>}.
 */
public final class RecordCipher {

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
    public RecordCipher(String keyId, String base64Key) {
        this.keyId = keyId;
        this.key = new SecretKeySpec(Arrays.copyOf(Base64.getDecoder().decode(base64Key.strip()), KEY_BYTES), "AES");
    }

    String seal(String document, String field, String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, document, field).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] stored = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, stored, NONCE_BYTES, sealed.length);
            return keyId + "." + Base64.getEncoder().encodeToString(stored);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    String open(String document, String field, String sealed) {
        int dot = sealed.lastIndexOf('.');
        if (!sealed.substring(0, dot).equals(keyId)) {
            throw new IllegalStateException("sealed with a key that is not here: " + sealed.substring(0, dot));
        }
        byte[] stored = Base64.getDecoder().decode(sealed.substring(dot + 1));
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
