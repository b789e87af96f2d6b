package org.bodywork.notifications.delivery.adapter.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells Twilio's requests from forged ones: HMAC-SHA-1 over the public URL and the form's fields in the order of their
 * names, keyed with the account's token (twilio.com/docs/usage/webhooks/webhooks-security).
 */
final class TwilioSignature {

    static final String HEADER = "X-Twilio-Signature";

    private static final String ALGORITHM = "HmacSHA1";

    private final byte[] authToken;

    TwilioSignature(String authToken) {
        this.authToken = authToken.getBytes(UTF_8);
    }

    boolean isGenuine(String url, Map<String, List<String>> form, @Nullable String signature) {
        if (signature == null) {
            return false;
        }
        byte[] expected = of(url, form).getBytes(UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
    }

    String of(String url, Map<String, List<String>> form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form)
                .forEach((name, values) -> values.stream()
                        .distinct()
                        .sorted()
                        .forEach(value -> signed.append(name).append(value)));
        return Base64.getEncoder().encodeToString(mac(signed.toString()));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(authToken, ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
