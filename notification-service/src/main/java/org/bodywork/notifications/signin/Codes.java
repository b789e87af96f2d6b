package org.bodywork.notifications.signin;

import java.time.Clock;
import org.bodywork.notifications.signin.CodeDocument.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** The codes on their way. */
final class Codes {

    private final ReactiveMongoTemplate mongo;
    private final Clock clock;

    Codes(ReactiveMongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Keeps a code that is to be sent; one that is known already stays as it is. */
    Mono<Void> add(CodeIssued issued) {
        CodeDocument waiting =
                new CodeDocument(issued.id(), State.WAITING, issued.expiresAt(), issued.sealed(), clock.instant());
        return mongo.insert(waiting, CodeDocument.COLLECTION).then().onErrorComplete(DuplicateKeyException.class);
    }

    /** Notes how it ended, and forgets the code. */
    Mono<Void> end(String id, State state) {
        Query waiting = Query.query(Criteria.where("_id").is(id).and("state").is(State.WAITING.name()));
        Update ended = new Update()
                .set("state", state.name())
                .unset("sealed")
                .unset("due")
                .unset("claim")
                .unset("claimableFrom");
        return mongo.updateFirst(waiting, ended, CodeDocument.COLLECTION).then();
    }
}
