package org.bodywork.notifications.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and checks messages between programs as Standard Webhooks 1.0.0 says (standardwebhooks.com): HMAC-SHA-256 over
 * id, seconds and body, keyed with a shared secret.
 */
public final class WebhookSignature {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /** What a secret begins with when people copy it. */
    public static final String SECRET_PREFIX = "whsec_";

    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY_BYTES = 24;

    private final SecretKeySpec key;

    private WebhookSignature(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * Under this secret.
     *
     * @param secret base64 of at least 24 random bytes, after {@value #SECRET_PREFIX} or without it
     * @throws IllegalArgumentException when it is none
     */
    public static WebhookSignature under(String secret) {
        String base64 = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException("a webhook secret has at least " + LEAST_KEY_BYTES + " bytes");
        }
        return new WebhookSignature(new SecretKeySpec(bytes, ALGORITHM));
    }

    /** The value of {@value #SIGNATURE}. */
    public String of(String id, long seconds, byte[] body) {
        return VERSION + Base64.getEncoder().encodeToString(mac(id + "." + seconds + ".", body));
    }

    /**
     * Whether one of the signatures is ours.
     *
     * @param signatures separated by spaces, so that a sender may change its secret
     */
    public boolean isGenuine(String id, long seconds, byte[] body, String signatures) {
        byte[] expected = of(id, seconds, body).getBytes(UTF_8);
        return Arrays.stream(signatures.split(" ", -1))
                .anyMatch(each -> MessageDigest.isEqual(expected, each.getBytes(UTF_8)));
    }

    private byte[] mac(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head.getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
