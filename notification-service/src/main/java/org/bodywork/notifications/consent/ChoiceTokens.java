package org.bodywork.notifications.consent;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.platform.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Writes tokens that need no look-up, and reads back only its own: appointment, digests, and a code over them that
 * nobody without the key can make.
 */
final class ChoiceTokens {

    private static final int DIGEST = 32;
    private static final int UUID_BYTES = 16;
    private static final int CODE = 16;
    private static final int SHORTEST = UUID_BYTES + DIGEST + CODE;
    private static final int LONGEST = SHORTEST + DIGEST;
    private static final HexFormat HEX = HexFormat.of();

    private final Mac mac;

    ChoiceTokens(Mac mac) {
        this.mac = mac;
    }

    String write(ChoiceToken token) {
        @Nullable String phone = token.phone();
        byte[] bytes = new byte[phone == null ? SHORTEST : LONGEST];
        ByteBuffer said = ByteBuffer.wrap(bytes);
        said.putLong(token.about().getMostSignificantBits());
        said.putLong(token.about().getLeastSignificantBits());
        said.put(HEX.parseHex(token.email()));
        if (phone != null) {
            said.put(HEX.parseHex(phone));
        }
        said.put(code(bytes, bytes.length - CODE));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Nothing for whatever is not exactly one of ours. */
    Optional<ChoiceToken> read(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != SHORTEST && bytes.length != LONGEST) {
            return Optional.empty();
        }
        int end = bytes.length - CODE;
        if (!MessageDigest.isEqual(code(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            return Optional.empty();
        }
        ChoiceToken token = parse(bytes);
        // Base64 has more than one way to write some bytes; only the one we wrote counts.
        return write(token).equals(text) ? Optional.of(token) : Optional.empty();
    }

    private static ChoiceToken parse(byte[] bytes) {
        ByteBuffer said = ByteBuffer.wrap(bytes);
        UUID about = new UUID(said.getLong(), said.getLong());
        int phone = UUID_BYTES + DIGEST;
        return new ChoiceToken(
                HEX.formatHex(bytes, UUID_BYTES, phone),
                bytes.length == LONGEST ? HEX.formatHex(bytes, phone, phone + DIGEST) : null,
                about);
    }

    private byte[] code(byte[] bytes, int length) {
        return Arrays.copyOf(mac.of("choice|" + HEX.formatHex(bytes, 0, length)), CODE);
    }
}
