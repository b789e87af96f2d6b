package org.bodywork.therapists.account.application;

import java.time.InstantSource;
import org.bodywork.platform.codes.domain.BrowserKey;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.therapists.account.application.SignInRejection.CodeRefused;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.SignIn;
import org.bodywork.therapists.account.domain.SignInId;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Exchanges a code for a token, once. */
public final class ConfirmSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmSignIn.class);

    private final Accounts accounts;
    private final SignIns signIns;
    private final AccessTokens tokens;
    private final InstantSource steadyClock;

    public ConfirmSignIn(Accounts accounts, SignIns signIns, AccessTokens tokens, InstantSource steadyClock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.tokens = tokens;
        this.steadyClock = steadyClock;
    }

    /** Fails with {@link CodeRefused}, whatever the reason. */
    public Mono<AccessToken> confirm(SignInId id, EmailAddress email, OneTimeCode code, @Nullable BrowserKey browser) {
        return signIns.countTry(id, steadyClock.instant())
                .filter(signIn -> signIn.opensWith(email, code, browser))
                .filterWhen(signIn -> signIns.use(signIn.id()))
                .mapNotNull(SignIn::account)
                .flatMap(accounts::find)
                .map(Versioned::value)
                .filter(Account::maySignIn)
                .doOnNext(account -> log(account.id()))
                .flatMap(tokens::issueFor)
                .switchIfEmpty(Mono.error(CodeRefused::new));
    }

    private static void log(AccountId account) {
        LOG.atInfo().addKeyValue("account", account).log("signed in");
    }
}
