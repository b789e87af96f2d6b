package org.bodywork.notifications.notice;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.bodywork.notifications.notice.NoticeDocument.State;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** The notices, planned and ended. */
final class Notices {

    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;

    Notices(ReactiveMongoTemplate mongo, BusinessClock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Keeps one that is to be sent; one that is known already stays as it is. */
    Mono<Void> add(NoticeDocument planned) {
        return mongo.insert(planned, NoticeDocument.COLLECTION).then().onErrorComplete(DuplicateKeyException.class);
    }

    /** Written before the mail server is called, so that a crash in between can be seen. */
    Mono<Void> begin(NoticeDocument notice) {
        Update begun = new Update()
                .set("state", State.SENDING.name())
                .set("possibleRepeat", notice.possibleRepeat() || notice.state() == State.SENDING);
        return update(notice, begun);
    }

    /** The mail server certainly does not have it. */
    Mono<Void> notSent(NoticeDocument notice) {
        return update(notice, new Update().set("state", State.PLANNED.name()));
    }

    Mono<Void> sent(NoticeDocument notice, String providerId) {
        return end(notice, new Update().set("state", State.SENT.name()).set("providerId", providerId));
    }

    Mono<Void> end(NoticeDocument notice, State state, @Nullable Reason reason) {
        return end(notice, new Update().set("state", state.name()).set("reason", reason));
    }

    private Mono<Void> end(NoticeDocument notice, Update ended) {
        return update(
                notice,
                ended.set("at", clock.now())
                        .unset("sealed")
                        .unset("due")
                        .unset("claim")
                        .unset("claimableFrom"));
    }

    private Mono<Void> update(NoticeDocument notice, Update change) {
        Query it = Query.query(where("_id").is(notice.id()));
        return mongo.updateFirst(it, change, NoticeDocument.COLLECTION).then();
    }
}
