package org.bodywork.therapists.account.adapter.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.platform.codes.CodeIssued;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.account.application.SignIns;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.SignIn;
import org.bodywork.therapists.account.domain.SignInId;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

@Component
final class MongoSignIns implements SignIns {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String OPEN_FOR = "openFor";
    private static final int TRIES = 20;

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final EventCipher cipher;

    MongoSignIns(ReactiveMongoTemplate mongo, Outbox outbox, BusinessClock clock, EventCipher cipher) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.clock = clock;
        this.cipher = cipher;
    }

    @Override
    public Mono<Void> open(SignIn signIn, EmailAddress email, OneTimeCode code, Language language) {
        return Mono.defer(() -> {
            Instant now = clock.now();
            // Sealed for nobody, too: what takes time must take it in both cases.
            Event event = CodeIssued.event(
                    signIn.id().toString(), signIn.expiresAt(), email.value(), code, language.tag(), now, cipher);
            Staged staged = outbox.stage(List.of(event));
            return insertInPlaceOfTheLast(document(signIn, email, now, staged))
                    .filter(stored -> stored.accountId() != null)
                    .doOnNext(stored -> outbox.nudge(SignInDocument.COLLECTION, stored.id(), staged))
                    .then();
        });
    }

    /** Of several who ask with one address at once, each ends what the ones before have opened. */
    private Mono<SignInDocument> insertInPlaceOfTheLast(SignInDocument opened) {
        Query last = Query.query(Criteria.where(OPEN_FOR).is(opened.openFor()));
        return Mono.defer(() -> mongo.updateFirst(last, new Update().unset(OPEN_FOR), SignInDocument.COLLECTION))
                .then(Mono.defer(() -> mongo.insert(opened, SignInDocument.COLLECTION)))
                .retryWhen(Retry.max(TRIES).filter(DuplicateKeyException.class::isInstance));
    }

    @Override
    public Mono<SignIn> countTry(SignInId id, Instant now) {
        Query open = Query.query(Criteria.where("_id")
                .is(id.toString())
                .and(OPEN_FOR)
                .exists(true)
                .and("tries")
                .lt(SignIn.MOST_TRIES)
                .and("expiresAt")
                .gt(now));
        return mongo.findAndModify(
                        open,
                        new Update().inc("tries", 1),
                        FindAndModifyOptions.options().returnNew(true),
                        SignInDocument.class,
                        SignInDocument.COLLECTION)
                .map(SignInDocument::signIn);
    }

    @Override
    public Mono<Boolean> use(SignInId id) {
        Query open = Query.query(
                Criteria.where("_id").is(id.toString()).and(OPEN_FOR).exists(true));
        return mongo.updateFirst(open, new Update().unset(OPEN_FOR), SignInDocument.COLLECTION)
                .map(result -> result.getModifiedCount() == 1);
    }

    private static SignInDocument document(SignIn signIn, EmailAddress email, Instant now, Staged staged) {
        AccountId account = signIn.account();
        return new SignInDocument(
                signIn.id().toString(),
                CodeIssued.SEQUENCE,
                account == null ? null : account.toString(),
                signIn.seal().salt(),
                signIn.seal().hash(),
                signIn.binding().keyHash(),
                signIn.binding().keyNeeded(),
                Digests.sha256Hex(email.value()),
                signIn.expiresAt(),
                0,
                now.plus(KEPT),
                account == null ? null : staged.entries(),
                account == null ? null : staged.lease());
    }
}
