package org.bodywork.therapists.account.domain;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to sign in, until they show the code that was sent to them.
 *
 * @param account none when the address given is nobody's: it is kept all the same, so that both cases look alike
 * @param expiresAt by the unmoved clock
 */
public record SignIn(SignInId id, @Nullable AccountId account, CodeSeal seal, Instant expiresAt) {

    /** How long a code can be used. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** With six digits, five tries find a code once in 200 000 sign-ins. */
    public static final int MOST_TRIES = 5;

    public boolean opensWith(EmailAddress email, OneTimeCode code) {
        return seal.opensWith(email, code) && account != null;
    }
}
