package org.bodywork.therapists.account.application;

import java.time.Instant;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.therapists.account.domain.SignIn;
import org.bodywork.therapists.account.domain.SignInId;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import reactor.core.publisher.Mono;

/** All sign-ins under way. */
public interface SignIns {

    /**
     * Keeps it and, when it is an account's, has the code sent by the same write. Both cases cost the same. Of all the
     * sign-ins asked for with one address, only the one opened last can be confirmed from now on.
     */
    Mono<Void> open(SignIn signIn, EmailAddress email, OneTimeCode code, Language language);

    /**
     * Counts one try and returns the sign-in; empty when it is unknown, used, expired, tried too often,
     * or followed by a newer one for its address. Tries that
     * come at the same time cannot exceed the limit together.
     */
    Mono<SignIn> countTry(SignInId id, Instant now);

    /** True for exactly one caller. */
    Mono<Boolean> use(SignInId id);
}
