package org.bodywork.therapists.account.application;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bodywork.therapists.account.application.StaffRejection.NoSuchAccount;
import org.bodywork.therapists.account.application.StaffRejection.NoSuchTherapist;
import org.bodywork.therapists.account.application.StaffRejection.NotAllowed;
import org.bodywork.therapists.account.application.StaffRejection.OwnAccount;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Who may sign in: managers say it for their practice, operators for all. What somebody may do is read from their
 * account each time, so that a token outlives the end of its account in nothing that is decided here.
 */
public final class KeepColleagues {

    private static final Logger LOG = LoggerFactory.getLogger(KeepColleagues.class);
    private static final int TRIES = 3;

    private final Accounts accounts;
    private final Therapists therapists;

    public KeepColleagues(Accounts accounts, Therapists therapists) {
        this.accounts = accounts;
        this.therapists = therapists;
    }

    /** An account, and whether this call made it. */
    public record Invited(Account account, boolean isNew) {}

    /** By id, the first after the given one. */
    public Mono<List<Account>> colleagues(AccountId asking, @Nullable AccountId last, int most) {
        return acting(asking)
                .flatMap(actor -> accounts.after(last, scope(actor), most).collectList());
    }

    /** None for all practices. */
    private static @Nullable PracticeId scope(Account actor) {
        return actor.roles().contains(Role.OPERATOR) ? null : actor.practice();
    }

    /**
     * Makes an account, or gives the one with this address at this practice these roles, also when it had ended. Fails
     * with {@link EmailTaken} when it is another practice's.
     */
    public Mono<Invited> invite(AccountId asking, Invitation invitation) {
        return acting(asking)
                .filter(actor -> mayInvite(actor, invitation))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .then(Mono.defer(() -> requireOfPractice(invitation.therapist(), invitation.practice())))
                .then(Mono.defer(() -> keep(asking, invitation)))
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance))
                .doOnNext(invited -> log("invited", asking, invited.account().id()));
    }

    private static boolean mayInvite(Account actor, Invitation invitation) {
        PracticeId practice = invitation.practice();
        return practice == null
                ? actor.roles().contains(Role.OPERATOR)
                : actor.keepsAccountsOf(practice) && !invitation.roles().contains(Role.OPERATOR);
    }

    private Mono<Void> requireOfPractice(@Nullable TherapistId therapist, @Nullable PracticeId practice) {
        return therapist == null
                ? Mono.empty()
                : therapists
                        .find(therapist)
                        .filter(found -> found.value().practice().equals(practice))
                        .switchIfEmpty(Mono.error(NoSuchTherapist::new))
                        .then();
    }

    private Mono<Invited> keep(AccountId asking, Invitation invitation) {
        Account wanted = invitation.account();
        return accounts.withEmail(invitation.email())
                .map(Account::id)
                .switchIfEmpty(Mono.just(wanted.id()))
                .flatMap(accounts::find)
                .flatMap(known -> update(asking, known, wanted))
                .switchIfEmpty(Mono.defer(() -> accounts.add(wanted).thenReturn(new Invited(wanted, true))));
    }

    private Mono<Invited> update(AccountId asking, Versioned<Account> known, Account wanted) {
        Account before = known.value();
        TherapistId listing = wanted.therapist() == null ? before.therapist() : wanted.therapist();
        boolean another = !Objects.equals(before.practice(), wanted.practice())
                || (before.therapist() != null && !before.therapist().equals(listing));
        if (another) {
            return Mono.error(EmailTaken::new);
        }
        if (before.id().equals(asking) && !before.roles().equals(wanted.roles())) {
            return Mono.error(OwnAccount::new);
        }
        Account after =
                new Account(before.id(), wanted.email(), wanted.roles(), wanted.practice(), listing, wanted.language());
        Invited invited = new Invited(after, false);
        return after.equals(before)
                ? Mono.just(invited)
                : accounts.change(after, known.sequence()).thenReturn(invited);
    }

    /** Ending twice is ending once. Codes that were sent no longer open anything; tokens live out their time. */
    public Mono<Void> end(AccountId asking, AccountId account) {
        return acting(asking)
                .flatMap(actor -> Mono.defer(() -> accounts.find(account))
                        .filter(known -> actor.mayKeep(known.value()))
                        .switchIfEmpty(Mono.error(NoSuchAccount::new))
                        .flatMap(known -> end(known, actor))
                        .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance)));
    }

    private Mono<Void> end(Versioned<Account> known, Account actor) {
        Account account = known.value();
        if (account.id().equals(actor.id())) {
            return Mono.error(OwnAccount::new);
        }
        return account.maySignIn()
                ? accounts.change(account.ended(), known.sequence())
                        .doOnSuccess(_ -> log("ended", actor.id(), account.id()))
                : Mono.empty();
    }

    /** The practice whose listings this account keeps; empty for operators, who keep all. */
    public Mono<Optional<PracticeId>> practiceKeptBy(AccountId asking) {
        return acting(asking).map(actor -> Optional.ofNullable(scope(actor)));
    }

    private Mono<Account> acting(AccountId id) {
        return accounts.find(id)
                .map(Versioned::value)
                .filter(account -> account.roles().contains(Role.OPERATOR)
                        || account.roles().contains(Role.MANAGER))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private static void log(String what, AccountId by, AccountId account) {
        LOG.atInfo().addKeyValue("account", account).addKeyValue("by", by).log("account {}", what);
    }
}
