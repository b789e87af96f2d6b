package org.bodywork.therapists.account.adapter.mongo;

import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.account.application.Accounts;
import org.bodywork.therapists.account.application.EmailTaken;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.AggregateWrites;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class MongoAccounts implements Accounts {

    private final ReactiveMongoTemplate mongo;
    private final AggregateWrites writes;
    private final BusinessClock clock;
    private final EventCipher cipher;

    MongoAccounts(ReactiveMongoTemplate mongo, AggregateWrites writes, BusinessClock clock, EventCipher cipher) {
        this.mongo = mongo;
        this.writes = writes;
        this.clock = clock;
        this.cipher = cipher;
    }

    @Override
    public Mono<Versioned<Account>> find(AccountId id) {
        return one(Criteria.where("_id").is(id.toString())).map(AccountDocument::versioned);
    }

    @Override
    public Mono<Account> withEmail(EmailAddress email) {
        return one(Criteria.where("email").is(email.value())).map(AccountDocument::account);
    }

    @Override
    public Mono<Void> add(Account account) {
        return Mono.defer(() -> {
                    Event event = StaffChanged.event(account, 1, clock.now(), cipher);
                    return writes.insert(
                            AccountDocument.COLLECTION,
                            staged -> new AccountDocument(
                                    event.aggregateId(),
                                    event.sequence(),
                                    event.time(),
                                    account.email().value(),
                                    account.roles().stream().map(Role::wireName).toList(),
                                    text(account.practice()),
                                    text(account.therapist()),
                                    account.language().tag(),
                                    staged.entries(),
                                    staged.lease()),
                            event);
                })
                .onErrorResume(ConcurrentChange.class, lost -> explain(lost, account));
    }

    @Override
    public Mono<Void> change(Account account, long seenSequence) {
        return Mono.defer(() -> writes.change(
                        AccountDocument.COLLECTION,
                        contentOf(account),
                        StaffChanged.event(account, seenSequence + 1, clock.now(), cipher)))
                .onErrorResume(ConcurrentChange.class, lost -> explain(lost, account));
    }

    /** The write lost either against another of the same account, or against the address of another account. */
    private Mono<Void> explain(ConcurrentChange lost, Account account) {
        return withEmail(account.email())
                .filter(holder -> !holder.id().equals(account.id()))
                .flatMap(holder -> Mono.<Void>error(new EmailTaken()))
                .switchIfEmpty(Mono.error(lost));
    }

    private static Update contentOf(Account account) {
        Update update = new Update()
                .set("email", account.email().value())
                .set("roles", account.roles().stream().map(Role::wireName).toList())
                .set("language", account.language().tag());
        PracticeId practice = account.practice();
        TherapistId therapist = account.therapist();
        update = practice == null ? update.unset("practiceId") : update.set("practiceId", practice.toString());
        return therapist == null ? update.unset("therapistId") : update.set("therapistId", therapist.toString());
    }

    private Mono<AccountDocument> one(Criteria criteria) {
        return mongo.findOne(Query.query(criteria), AccountDocument.class, AccountDocument.COLLECTION);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
