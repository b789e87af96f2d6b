package org.bodywork.therapists.account.application;

import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Makes sure that an account is there and up to date; one that is already writes and publishes nothing. Answers whether
 * something changed, or fails with {@link EmailTaken}.
 */
public final class KeepStaffAccount {

    private static final int TRIES = 3;

    private final Accounts accounts;

    public KeepStaffAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    public Mono<Boolean> ofTherapist(TherapistId therapist, PracticeId practice, EmailAddress email) {
        return keep(Account.ofTherapist(therapist, practice, email));
    }

    public Mono<Boolean> ofFirstOperator(EmailAddress email) {
        return keep(Account.ofFirstOperator(email));
    }

    private Mono<Boolean> keep(Account wanted) {
        return Mono.defer(() -> accounts.find(wanted.id()))
                .flatMap(known -> update(known, wanted))
                .switchIfEmpty(Mono.defer(() -> accounts.add(wanted).thenReturn(true)))
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance));
    }

    private Mono<Boolean> update(Versioned<Account> known, Account wanted) {
        return known.value().equals(wanted)
                ? Mono.just(false)
                : accounts.change(wanted, known.sequence()).thenReturn(true);
    }
}
