package org.bodywork.therapists.account.application;

import java.net.InetAddress;
import org.bodywork.therapists.listing.domain.EmailAddress;
import reactor.core.publisher.Mono;

/** How often anybody may ask for a code, whether the address is an account's or not. */
public interface SignInLimits {

    /** Fails with {@link SignInRejection.TooManySignIns} when this is one too many. */
    Mono<Void> count(EmailAddress email, InetAddress from);
}
