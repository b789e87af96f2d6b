package org.bodywork.therapists.account.application;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.bodywork.platform.codes.domain.Binding;
import org.bodywork.platform.codes.domain.CodeSeal;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.SignIn;
import org.bodywork.therapists.account.domain.SignInId;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends a code to an account's address. For an address that is nobody's, all the same steps are taken but that. */
public final class RequestSignIn {

    private static final Language FOR_NOBODY = new Language("en");

    private final Accounts accounts;
    private final SignIns signIns;
    private final SignInLimits limits;
    private final InstantSource steadyClock;
    private final SecureRandom random = new SecureRandom();

    public RequestSignIn(Accounts accounts, SignIns signIns, SignInLimits limits, InstantSource steadyClock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.limits = limits;
        this.steadyClock = steadyClock;
    }

    /** Takes who may show the code. */
    public Mono<SignInId> request(EmailAddress email, InetAddress from, Binding binding) {
        return limits.count(email, from)
                .then(Mono.defer(() -> accounts.withEmail(email)))
                .filter(Account::maySignIn)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                // Drawing randomness may block.
                .publishOn(Schedulers.boundedElastic())
                .flatMap(account -> open(email, account, binding));
    }

    private Mono<SignInId> open(EmailAddress email, Optional<Account> account, Binding binding) {
        OneTimeCode code = OneTimeCode.random(random);
        SignIn signIn = new SignIn(
                SignInId.random(),
                account.map(Account::id).orElse(null),
                CodeSeal.of(email.value(), code, random),
                binding,
                steadyClock.instant().plus(SignIn.LIFE));
        Language language = account.map(Account::language).orElse(FOR_NOBODY);
        return signIns.open(signIn, email, code, language).thenReturn(signIn.id());
    }
}
