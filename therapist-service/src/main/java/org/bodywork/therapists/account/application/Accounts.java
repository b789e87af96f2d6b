package org.bodywork.therapists.account.application;

import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.store.Aggregates;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All staff accounts. What is added or changed is published in the same write. */
public interface Accounts extends Aggregates<AccountId, Account> {

    Mono<Versioned<Account>> find(AccountId id);

    Mono<Account> withEmail(EmailAddress email);

    /**
     * By id, the first after the given one.
     *
     * @param practice none for all
     */
    Flux<Account> after(@Nullable AccountId last, @Nullable PracticeId practice, int most);

    /** Who keeps the visits and listings of that practice. */
    Flux<Account> managersOf(PracticeId practice);

    /** Fails with {@link ConcurrentChange} when it is there already, with {@link EmailTaken} when its address is. */
    Mono<Void> add(Account account);

    /** Fails as adding does, and with {@link ConcurrentChange} when it is no longer at that sequence. */
    Mono<Void> change(Account account, long seenSequence);
}
