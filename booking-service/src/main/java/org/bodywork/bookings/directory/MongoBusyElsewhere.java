package org.bodywork.bookings.directory;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.bookings.opening.application.BusyElsewhere;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.bookings.opening.domain.OutsideTimes;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Beside the listing, so that whoever needs both reads once; changed and told in one write. */
@Component
final class MongoBusyElsewhere implements BusyElsewhere {

    private static final String VERSION = "busyElsewhereVersion";

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;
    private final OpeningsCache cache;

    MongoBusyElsewhere(ReactiveMongoTemplate mongo, Outbox outbox, OpeningsCache cache) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.cache = cache;
    }

    @Override
    public Mono<Void> replace(TherapistId therapist, long version, OutsideTimes times, Instant at) {
        return Mono.defer(() -> {
            Staged staged = outbox.stage(List.of(OccupancyChanged.everythingAbout(therapist, at)));
            return mongo.updateFirst(
                            where(therapist, version, times), staged.into(update(version, times)), Copies.LISTINGS)
                    .filter(result -> result.getMatchedCount() == 1)
                    .doOnNext(_ -> cache.forget(therapist))
                    .doOnNext(_ -> outbox.nudge(Copies.LISTINGS, therapist.toString(), staged))
                    .then();
        });
    }

    private static Query where(TherapistId therapist, long version, OutsideTimes times) {
        List<Integer> bounds = times.bounds();
        Criteria differ = bounds.isEmpty()
                ? Criteria.where(Copies.BUSY_ELSEWHERE).exists(true)
                : Criteria.where(Copies.BUSY_ELSEWHERE).ne(bounds);
        Criteria notNewer = new Criteria()
                .orOperator(
                        Criteria.where(VERSION).exists(false),
                        Criteria.where(VERSION).lte(version));
        return Query.query(
                new Criteria().andOperator(Criteria.where("_id").is(therapist.toString()), differ, notNewer));
    }

    private static Update update(long version, OutsideTimes times) {
        Update update = new Update().set(VERSION, version);
        return times.bounds().isEmpty()
                ? update.unset(Copies.BUSY_ELSEWHERE)
                : update.set(Copies.BUSY_ELSEWHERE, times.bounds());
    }
}
