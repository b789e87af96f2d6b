package org.bodywork.therapists.account.application;

import org.bodywork.therapists.listing.domain.EmailAddress;
import reactor.core.publisher.Mono;

/** Those whose addresses somebody else has verified, whom this installation trusts to. */
public interface TrustedIdentities {

    /** Empty when the token does not hold, is not from such an issuer, or names no verified address. */
    Mono<EmailAddress> verifiedEmail(String idToken);
}
