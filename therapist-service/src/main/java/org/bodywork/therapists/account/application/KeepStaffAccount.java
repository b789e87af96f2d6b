package org.bodywork.therapists.account.application;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Kept;
import org.bodywork.therapists.store.ManyAtOnce;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes sure that accounts are there and up to date; one that is already writes and publishes nothing. */
public final class KeepStaffAccount {

    private static final int TRIES = 3;

    private final Accounts accounts;
    private final ManyAtOnce<AccountId, Account> many;

    public KeepStaffAccount(Accounts accounts) {
        this.accounts = accounts;
        this.many = new ManyAtOnce<>(accounts, Account::id, Account::relisted);
    }

    /** Answers whether something changed, or fails with {@link EmailTaken}. */
    public Mono<Boolean> ofFirstOperator(EmailAddress email) {
        return keep(Account.ofFirstOperator(email), (known, wanted) -> wanted);
    }

    /** For different accounts at once. Of two with the same address the earlier gets it. */
    public Mono<Map<AccountId, Kept>> all(List<Account> wanted) {
        Set<EmailAddress> seen = new HashSet<>();
        Map<Boolean, List<Account>> byTurn =
                wanted.stream().collect(Collectors.partitioningBy(account -> seen.add(account.email())));
        List<Account> first = byTurn.getOrDefault(true, List.of());
        List<Account> later = byTurn.getOrDefault(false, List.of());
        return together(first)
                .concatWith(Flux.fromIterable(later).concatMap(this::alone))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What {@link #all} would answer; nothing is stored. */
    public Mono<Map<AccountId, Kept>> foreseeAll(List<Account> wanted) {
        Set<EmailAddress> seen = new HashSet<>();
        Set<AccountId> later = wanted.stream()
                .filter(account -> !seen.add(account.email()))
                .map(Account::id)
                .collect(Collectors.toSet());
        return many.foresee(wanted)
                .flatMapIterable(Function.identity())
                .collectMap(
                        each -> each.wanted().id(),
                        each -> each.lost() || later.contains(each.wanted().id())
                                ? Kept.TAKEN
                                : Kept.of(each.changed()));
    }

    private Flux<Map.Entry<AccountId, Kept>> together(List<Account> wanted) {
        return many.bringTo(wanted)
                .flatMapIterable(Function.identity())
                .concatMap(each -> each.lost()
                        ? alone(each.wanted())
                        : Mono.just(Map.entry(each.wanted().id(), Kept.of(each.changed()))));
    }

    private Mono<Map.Entry<AccountId, Kept>> alone(Account wanted) {
        return keep(wanted, Account::relisted)
                .map(Kept::of)
                .onErrorReturn(EmailTaken.class, Kept.TAKEN)
                .map(kept -> Map.entry(wanted.id(), kept));
    }

    private Mono<Boolean> keep(Account wanted, BinaryOperator<Account> decision) {
        return Mono.defer(() -> accounts.find(wanted.id()))
                .flatMap(known -> update(known, decision.apply(known.value(), wanted)))
                .switchIfEmpty(Mono.defer(() -> accounts.add(wanted).thenReturn(true)))
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance));
    }

    private Mono<Boolean> update(Versioned<Account> known, Account wanted) {
        return known.value().equals(wanted)
                ? Mono.just(false)
                : accounts.change(wanted, known.sequence()).thenReturn(true);
    }
}
