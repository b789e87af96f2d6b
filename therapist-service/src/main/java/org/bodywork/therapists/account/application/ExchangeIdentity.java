package org.bodywork.therapists.account.application;

import org.bodywork.therapists.account.application.SignInRejection.IdentityRefused;
import org.bodywork.therapists.account.domain.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Signs in who was signed in elsewhere already: for the token of an issuer that this installation trusts with addresses
 * they get one of ours. What they may do is read from our account of that address, never from the token.
 */
public final class ExchangeIdentity {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeIdentity.class);

    private final TrustedIdentities identities;
    private final Accounts accounts;
    private final AccessTokens tokens;

    public ExchangeIdentity(TrustedIdentities identities, Accounts accounts, AccessTokens tokens) {
        this.identities = identities;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** Fails with {@link IdentityRefused}, whatever the reason. */
    public Mono<AccessToken> exchange(String idToken) {
        return identities
                .verifiedEmail(idToken)
                .flatMap(accounts::withEmail)
                .filter(Account::maySignIn)
                .doOnNext(account ->
                        LOG.atInfo().addKeyValue("account", account.id()).log("signed in by another issuer"))
                .flatMap(tokens::issueFor)
                .switchIfEmpty(Mono.error(IdentityRefused::new));
    }
}
