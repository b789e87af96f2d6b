package org.bodywork.therapists.account.application;

import org.bodywork.therapists.account.domain.Account;
import reactor.core.publisher.Mono;

/** What shows an account's rights to every service. */
public interface AccessTokens {

    Mono<AccessToken> issueFor(Account account);
}
