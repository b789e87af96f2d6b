package org.bodywork.therapists.account.adapter.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.platform.crypto.EventCipher;
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
import org.bodywork.therapists.store.AggregateWrites.Change;
import org.bodywork.therapists.store.AggregateWrites.Insert;
import org.bodywork.therapists.store.AggregateWrites.Write;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
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
    public Flux<Account> after(@Nullable AccountId last, @Nullable PracticeId practice, int most) {
        Criteria those =
                practice == null ? new Criteria() : Criteria.where("practiceId").is(practice.toString());
        Query page = Query.query(last == null ? those : those.and("_id").gt(last.toString()))
                .with(Sort.by("_id"))
                .limit(most);
        return mongo.find(page, AccountDocument.class, AccountDocument.COLLECTION)
                .map(AccountDocument::account);
    }

    @Override
    public Flux<Account> managersOf(PracticeId practice) {
        Query theirs = Query.query(Criteria.where("practiceId")
                .is(practice.toString())
                .and("roles")
                .is(Role.MANAGER.wireName()));
        return mongo.find(theirs, AccountDocument.class, AccountDocument.COLLECTION)
                .map(AccountDocument::account);
    }

    @Override
    public Flux<Versioned<Account>> known(Collection<AccountId> ids) {
        Criteria withIds =
                Criteria.where("_id").in(ids.stream().map(AccountId::toString).toList());
        return mongo.find(Query.query(withIds), AccountDocument.class, AccountDocument.COLLECTION)
                .map(AccountDocument::versioned);
    }

    @Override
    public Mono<Void> add(Account account) {
        return save(Versioned.unstored(account));
    }

    @Override
    public Mono<Void> change(Account account, long seenSequence) {
        return save(new Versioned<>(account, seenSequence));
    }

    @Override
    public Mono<Set<AccountId>> taken(List<Account> wanted) {
        List<String> emails =
                wanted.stream().map(account -> account.email().value()).toList();
        Query holders = Query.query(Criteria.where("email").in(emails));
        return mongo.find(holders, AccountDocument.class, AccountDocument.COLLECTION)
                .collectMap(AccountDocument::email, AccountDocument::id)
                .map(holder -> wanted.stream()
                        .filter(account -> !account.id()
                                .toString()
                                .equals(holder.getOrDefault(
                                        account.email().value(), account.id().toString())))
                        .map(Account::id)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Mono<Set<AccountId>> saveAll(List<Versioned<Account>> changes) {
        return writes.saveAll(AccountDocument.COLLECTION, changes, this::write, Account::id);
    }

    private Mono<Void> save(Versioned<Account> change) {
        return Mono.defer(() -> writes.save(AccountDocument.COLLECTION, write(change)))
                .onErrorResume(ConcurrentChange.class, lost -> explain(lost, change.value()));
    }

    private Write write(Versioned<Account> change) {
        Account account = change.value();
        long sequence = change.sequence() + 1;
        Instant now = clock.now();
        if (change.isStored()) {
            return new Change(StaffChanged.event(account, sequence, now, cipher), contentOf(account));
        }
        String id = account.id().toString();
        return new Insert(
                id,
                () -> StaffChanged.event(account, sequence, now, cipher),
                staged -> new AccountDocument(
                        id,
                        sequence,
                        now,
                        account.email().value(),
                        account.roles().stream().map(Role::wireName).toList(),
                        text(account.practice()),
                        text(account.therapist()),
                        account.language().tag(),
                        staged.entries(),
                        staged.lease()));
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
