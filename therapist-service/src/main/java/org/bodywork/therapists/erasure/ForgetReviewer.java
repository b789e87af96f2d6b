package org.bodywork.therapists.erasure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.erasure.ErasureRequested.VisitState;
import org.bodywork.therapists.review.application.CompletedVisits;
import org.bodywork.therapists.review.application.Reviews;
import org.bodywork.therapists.review.domain.ReviewId;
import org.bodywork.therapists.review.domain.TokenHash;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A review names nobody, but its words may: they go, with the answer that may repeat them, and the stars stay. Coming
 * twice, or dying half-way and coming again, it ends the same.
 */
final class ForgetReviewer implements EventHandler {

    private final Reviews reviews;
    private final CompletedVisits visits;
    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;
    private final BusinessClock clock;

    ForgetReviewer(
            Reviews reviews, CompletedVisits visits, ReactiveMongoTemplate mongo, Outbox outbox, BusinessClock clock) {
        this.reviews = reviews;
        this.visits = visits;
        this.mongo = mongo;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return event.type().equals(ErasureRequested.TYPE)
                ? Mono.fromCallable(() -> event.as(ErasureRequested.class)).flatMap(this::forget)
                : Mono.empty();
    }

    private Mono<Void> forget(ErasureRequested asked) {
        return Flux.fromIterable(asked.visits()).concatMap(this::forget).then(Mono.defer(() -> complete(asked)));
    }

    private Mono<Void> forget(VisitState visit) {
        return reviews.dropWords(ReviewId.of(new TokenHash(visit.reviewTokenHash())))
                .then(visits.forget(visit.id()));
    }

    private Mono<Void> complete(ErasureRequested asked) {
        Instant at = clock.now().truncatedTo(ChronoUnit.MILLIS);
        Staged staged = outbox.stage(List.of(asked.completed(at).event()));
        ErasureDocument done = new ErasureDocument(
                asked.id() + "|" + asked.sequence(),
                asked.id(),
                asked.sequence(),
                at,
                staged.entries(),
                staged.lease());
        return mongo.insert(done, ErasureDocument.COLLECTION)
                .doOnNext(_ -> outbox.nudge(ErasureDocument.COLLECTION, done.id(), staged))
                .then()
                .onErrorComplete(DuplicateKeyException.class);
    }
}
