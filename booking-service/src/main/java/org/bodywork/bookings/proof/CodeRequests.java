package org.bodywork.bookings.proof;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.bookings.proof.KnownContacts.Contact;
import org.bodywork.platform.codes.CodeIssued;
import org.bodywork.platform.codes.domain.Binding;
import org.bodywork.platform.codes.domain.BrowserKey;
import org.bodywork.platform.codes.domain.CodeSeal;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** All requests for a code that are under way. An address that is nobody's costs the same as any other. */
final class CodeRequests {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Contact NOBODY = new Contact("nobody@bodywork.example", "en");
    private static final String OPEN_FOR = "openFor";
    private static final int TRIES = 20;

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;
    private final EventCipher cipher;
    private final BusinessClock business;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CodeRequests(ReactiveMongoTemplate mongo, Outbox outbox, EventCipher cipher, BusinessClock business, Clock clock) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.cipher = cipher;
        this.business = business;
        this.clock = clock;
    }

    /**
     * Keeps the request and, when somebody is known by that address, has the code sent by the same write. Of all the
     * requests for one address only the last can be confirmed.
     *
     * @param email as it is compared
     */
    Mono<UUID> open(String client, String email, Optional<Contact> contact, Binding binding) {
        return Mono.fromCallable(() -> draw(client, email, contact, binding))
                // Drawing randomness may block.
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(drawn -> insertInPlaceOfTheLast(drawn.document()).thenReturn(drawn))
                .doOnNext(drawn -> {
                    if (contact.isPresent()) {
                        outbox.nudge(
                                CodeRequestDocument.COLLECTION, drawn.document().id(), drawn.staged());
                    }
                })
                .map(drawn -> UUID.fromString(drawn.document().id()));
    }

    /** Counts one try, and gives the client whose code it is. Empty for every other, whatever the reason. */
    Mono<String> confirm(UUID id, String email, OneTimeCode code, @Nullable BrowserKey shown) {
        return countTry(id)
                .filter(request -> request.opensWith(email, code, shown))
                .filterWhen(request -> use(request.id()))
                .mapNotNull(CodeRequestDocument::client);
    }

    private Drawn draw(String client, String email, Optional<Contact> contact, Binding binding) {
        OneTimeCode code = OneTimeCode.random(random);
        CodeSeal seal = CodeSeal.of(email, code, random);
        String id = UUID.randomUUID().toString();
        Instant now = business.now();
        Instant expiresAt = clock.instant().plus(CodeRequestDocument.LIFE);
        Contact to = contact.orElse(NOBODY);
        // Sealed for nobody, too: what takes time must take it in both cases.
        Staged staged =
                outbox.stage(List.of(CodeIssued.event(id, expiresAt, to.email(), code, to.language(), now, cipher)));
        boolean known = contact.isPresent();
        return new Drawn(
                new CodeRequestDocument(
                        id,
                        CodeIssued.SEQUENCE,
                        known ? client : null,
                        seal.salt(),
                        seal.hash(),
                        binding.keyHash(),
                        binding.keyNeeded(),
                        client,
                        expiresAt,
                        0,
                        now.plus(KEPT),
                        known ? staged.entries() : null,
                        known ? staged.lease() : null),
                staged);
    }

    /** Of several who ask with one address at once, each ends what the ones before have opened. */
    private Mono<CodeRequestDocument> insertInPlaceOfTheLast(CodeRequestDocument opened) {
        Query last = Query.query(Criteria.where(OPEN_FOR).is(opened.openFor()));
        return Mono.defer(() -> mongo.updateFirst(last, new Update().unset(OPEN_FOR), CodeRequestDocument.COLLECTION))
                .then(Mono.defer(() -> mongo.insert(opened, CodeRequestDocument.COLLECTION)))
                .retryWhen(Retry.max(TRIES).filter(DuplicateKeyException.class::isInstance));
    }

    /** Tries that come at the same time cannot exceed the limit together. */
    private Mono<CodeRequestDocument> countTry(UUID id) {
        Query open = Query.query(Criteria.where("_id")
                .is(id.toString())
                .and(OPEN_FOR)
                .exists(true)
                .and("tries")
                .lt(CodeRequestDocument.MOST_TRIES)
                .and("expiresAt")
                .gt(clock.instant()));
        return mongo.findAndModify(
                open,
                new Update().inc("tries", 1),
                FindAndModifyOptions.options().returnNew(true),
                CodeRequestDocument.class,
                CodeRequestDocument.COLLECTION);
    }

    /** True for exactly one caller. */
    private Mono<Boolean> use(String id) {
        Query open = Query.query(Criteria.where("_id").is(id).and(OPEN_FOR).exists(true));
        return mongo.updateFirst(open, new Update().unset(OPEN_FOR), CodeRequestDocument.COLLECTION)
                .map(result -> result.getModifiedCount() == 1);
    }

    private record Drawn(CodeRequestDocument document, Staged staged) {}
}
