package org.bodywork.platform.codes.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Who may show the code of a sign-in: whoever asked for it.
 *
 * <p>Three things are needed. The code shows that its reader owns the mailbox. The sign-in's id, 122 random bits that
 * only the asker was answered, shows that the reader is who asked: a code read over a shoulder opens nothing. And a
 * browser must show the key it was given in a cookie, which no script can read and no other site can make it send, so
 * that id and code together are of no use anywhere else.
 *
 * <p>A client that keeps no cookies is held to the id alone. Somebody else's browser cannot pass for such a client: it
 * counts what the asker was, and browsers say of every request that they are one ({@code Sec-Fetch-Site}, which no page
 * can set or leave out). Whoever shows a key at all must show the right one.
 *
 * <p>None of it helps somebody who is talked into reading their code to a stranger who asked for it; that the mail says
 * what the code is for has to.
 *
 * @param keyHash SHA-256 of the key that the asker was given, base64: long and random, it needs no salt
 * @param keyNeeded the asker is a browser
 */
public record Binding(String keyHash, boolean keyNeeded) {

    public static Binding to(BrowserKey key, boolean isBrowser) {
        return new Binding(hash(key), isBrowser);
    }

    public boolean allows(@Nullable BrowserKey shown) {
        return shown == null
                ? !keyNeeded
                : MessageDigest.isEqual(keyHash.getBytes(UTF_8), hash(shown).getBytes(UTF_8));
    }

    private static String hash(BrowserKey key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(key.value().getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
