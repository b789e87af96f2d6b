package org.bodywork.platform.codes.domain;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a browser was given when it first asked to sign in, and sends back to nobody but us: 256 random bits.
 *
 * @param value base64url
 */
public record BrowserKey(String value) {

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public BrowserKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("this is no browser's key");
        }
    }

    /** Takes a source of randomness that nobody can foretell. */
    public static BrowserKey random(RandomGenerator secure) {
        byte[] bytes = new byte[BYTES];
        secure.nextBytes(bytes);
        return new BrowserKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what we never gave anybody. */
    public static Optional<BrowserKey> shown(String value) {
        return SHAPE.matcher(value).matches() ? Optional.of(new BrowserKey(value)) : Optional.empty();
    }

    /** Kept out of logs by accident, too. */
    @Override
    public String toString() {
        return "BrowserKey[…]";
    }
}
