package org.bodywork.therapists.account.domain;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.platform.codes.domain.Binding;
import org.bodywork.platform.codes.domain.BrowserKey;
import org.bodywork.platform.codes.domain.CodeSeal;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to sign in, until they show the code that was sent to them.
 *
 * @param account none when the address given is nobody's: it is kept all the same, so that both cases look alike
 * @param binding who may show the code
 * @param expiresAt by the unmoved clock
 */
public record SignIn(SignInId id, @Nullable AccountId account, CodeSeal seal, Binding binding, Instant expiresAt) {

    /** How long a code can be used. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** With six digits, five tries find a code once in 200 000 sign-ins. */
    public static final int MOST_TRIES = 5;

    /**
     * Whether the code is the right one, for the right address, from whoever asked.
     *
     * @param shown none from a client that keeps no cookies
     */
    public boolean opensWith(EmailAddress email, OneTimeCode code, @Nullable BrowserKey shown) {
        // Both are always looked at, so that the time taken says nothing.
        boolean rightCode = seal.opensWith(email.value(), code);
        boolean rightClient = binding.allows(shown);
        return rightCode && rightClient && account != null;
    }
}
