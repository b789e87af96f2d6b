package org.bodywork.bookings.client.application;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.bodywork.bookings.client.domain.SealedText;

/**
 * A client's own key, as it is stored: wrapped under the service's record key, whose id the wrapping names. Without it
 * nothing that was sealed with it opens any more.
 *
 * @param id begins with {@link #PREFIX}, and is named by every text sealed with it
 */
public record ClientKey(String id, SealedText wrapped) {

    /** Tells keys of clients from record keys, with which texts were sealed before clients had keys of their own. */
    static final String PREFIX = "client-";

    private static final int ID_BYTES = 8;
    private static final int KEY_BYTES = 32;
    private static final String FIELD = "key";

    /** A fresh random one. */
    public static ClientKey random(String client, TextCipher recordKey, SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(id);
        random.nextBytes(key);
        return new ClientKey(
                PREFIX + HexFormat.of().formatHex(id),
                recordKey.seal(client, FIELD, Base64.getEncoder().encodeToString(key)));
    }

    public TextCipher unwrap(String client, TextCipher recordKey) {
        return new TextCipher(id, recordKey.open(client, FIELD, wrapped));
    }
}
