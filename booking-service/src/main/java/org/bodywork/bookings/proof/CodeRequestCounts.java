package org.bodywork.bookings.proof;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Counts requests in fixed windows, one document a window, raised and read in one step, whether or not anybody is known. */
final class CodeRequestCounts {

    static final String COLLECTION = "codeRequestCounts";

    private static final Duration DAY = Duration.ofDays(1);

    private final ReactiveMongoTemplate mongo;
    private final ProofSettings settings;
    private final Clock clock;
    private final BusinessClock business;

    CodeRequestCounts(ReactiveMongoTemplate mongo, ProofSettings settings, Clock clock, BusinessClock business) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
        this.business = business;
    }

    /** Fails with {@link ProofRefused.TooManyCodes} when this is one too many. */
    Mono<Void> count(String client, InetAddress from) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            String asker = "from:" + Digests.sha256Hex(from.getHostAddress());
            return count("client:" + client, settings.perEmail(), settings.window(), now)
                    .then(Mono.defer(() -> count("day-client:" + client, settings.perEmailADay(), DAY, now)))
                    .then(Mono.defer(() -> count(asker, settings.perAddress(), settings.window(), now)));
        });
    }

    private Mono<Void> count(String who, int most, Duration window, Instant now) {
        long number = now.toEpochMilli() / window.toMillis();
        Instant end = Instant.ofEpochMilli((number + 1) * window.toMillis());
        return raise(who + "|" + number, window)
                .filter(count -> count.count() > most)
                .flatMap(_ -> Mono.error(new ProofRefused.TooManyCodes(Duration.between(now, end))));
    }

    private Mono<Count> raise(String id, Duration window) {
        Update once =
                new Update().inc("count", 1).setOnInsert("due", business.now().plus(window.multipliedBy(2)));
        return mongo.findAndModify(
                        Query.query(Criteria.where("_id").is(id)),
                        once,
                        FindAndModifyOptions.options().upsert(true).returnNew(true),
                        Count.class,
                        COLLECTION)
                // Two first requests at once: one inserts, the other finds it there.
                .retryWhen(Retry.max(3).filter(DuplicateKeyException.class::isInstance));
    }

    record Count(String id, int count) {}
}
