package org.bodywork.platform.devservices.sms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * The account that may use the server.
 *
 * @param token password of its requests, and key of the signatures on ours
 */
public record TwilioAccount(String sid, String token) {

    boolean isNamedBy(Optional<String> authorization) {
        var credentials = (sid + ":" + token).getBytes(StandardCharsets.UTF_8);
        var expected = "Basic " + Base64.getEncoder().encodeToString(credentials);
        return authorization
                .filter(given -> MessageDigest.isEqual(bytes(given), bytes(expected)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "TwilioAccount[" + sid + "]";
    }
}
