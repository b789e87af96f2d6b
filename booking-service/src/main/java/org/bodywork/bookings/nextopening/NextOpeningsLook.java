package org.bodywork.bookings.nextopening;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.nextopening.OpeningsChanged.NextStart;
import org.bodywork.bookings.opening.application.FindNextOpenings;
import org.bodywork.bookings.opening.domain.NextOpenings;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/**
 * Looks for a therapist's next openings and, where they differ from what was told last, tells them in the same write.
 * The write demands the claim: a change that came meanwhile has taken it away, and then it is looked once more.
 */
final class NextOpeningsLook implements DueHandler {

    /** Should a change ever go unheard, what was told is wrong for no longer than this. */
    private static final Duration LOOKS_AT_LEAST_EVERY = Duration.ofHours(24);

    private final FindNextOpenings openings;
    private final ReactiveMongoTemplate mongo;
    private final MongoConverter converter;
    private final Outbox outbox;
    private final BusinessClock clock;

    NextOpeningsLook(
            FindNextOpenings openings,
            ReactiveMongoTemplate mongo,
            MongoConverter converter,
            Outbox outbox,
            BusinessClock clock) {
        this.openings = openings;
        this.mongo = mongo;
        this.converter = converter;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(Claimed work) {
        NextOpeningsDocument told = converter.read(NextOpeningsDocument.class, work.document());
        Instant began = clock.now();
        return openings.of(TherapistId.of(told.id()))
                .flatMap(found -> keep(told, found, began, work))
                .onErrorResume(NotOffered.class, _ -> forget(work));
    }

    private Mono<Void> keep(NextOpeningsDocument told, NextOpenings found, Instant began, Claimed work) {
        List<NextStart> now = found.openings().stream().map(NextStart::of).toList();
        Update update = new Update()
                .set(NextOpeningsDocument.DECIDED_BY, found.decidedBy().toString())
                .set(
                        NextOpeningsDocument.LOCATIONS,
                        found.locations().stream().map(Object::toString).toList());
        found.changesAt()
                .map(change -> earlier(change, began.plus(LOOKS_AT_LEAST_EVERY)))
                .ifPresentOrElse(next -> update.set("due", next), () -> update.unset("due"));
        if (told.hasTold(now)) {
            return write(update, work).then();
        }
        OpeningsChanged changed = new OpeningsChanged(told.id(), told.sequence() + 1, now);
        Staged staged = outbox.stage(List.of(changed.event(began)));
        return write(staged.into(update.set("openings", now).set("sequence", changed.sequence())), work)
                .filter(written -> written)
                .doOnNext(_ -> outbox.nudge(NextOpeningsDocument.COLLECTION, told.id(), staged))
                .then();
    }

    /** Made due for somebody of whom there is no listing. */
    private Mono<Void> forget(Claimed work) {
        return write(new Update().unset("due"), work).then();
    }

    private Mono<Boolean> write(Update update, Claimed work) {
        NextOpeningsConfiguration.CLAIMED.forEach(update::unset);
        Query stillOurs = Query.query(
                where("_id").is(work.id()).and(NextOpeningsDocument.CLAIM).is(work.token()));
        return mongo.updateFirst(stillOurs, update, NextOpeningsDocument.COLLECTION)
                .map(result -> result.getMatchedCount() == 1);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
