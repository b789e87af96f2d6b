package org.bodywork.platform.codes.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What is kept of a code: enough to recognise it together with its address. The code is short, so this
 * only slows down a thief of the database; the code's short life does the rest.
 *
 * <p>An address is given as it is compared: two spellings of one address are one.
 *
 * @param salt random for each sign-in, base64
 * @param hash SHA-256 of salt, code and address, base64
 */
public record CodeSeal(String salt, String hash) {

    private static final String ALGORITHM = "SHA-256";
    private static final int SALT_BYTES = 32;

    public static CodeSeal of(String email, OneTimeCode code, RandomGenerator secure) {
        byte[] bytes = new byte[SALT_BYTES];
        secure.nextBytes(bytes);
        String salt = Base64.getEncoder().encodeToString(bytes);
        return new CodeSeal(salt, hash(salt, email, code));
    }

    /** Takes the same time whatever is wrong. */
    public boolean opensWith(String email, OneTimeCode code) {
        return MessageDigest.isEqual(
                hash.getBytes(UTF_8), hash(salt, email, code).getBytes(UTF_8));
    }

    private static String hash(String salt, String email, OneTimeCode code) {
        try {
            String sealed = salt + "|" + code.digits() + "|" + email;
            byte[] digest = MessageDigest.getInstance(ALGORITHM).digest(sealed.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
