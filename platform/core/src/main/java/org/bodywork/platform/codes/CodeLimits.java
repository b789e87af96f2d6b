package org.bodywork.platform.codes;

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

/**
 * Counts requests for codes in fixed windows, one document a window, raised and read in one step, whether or not anybody
 * is known. Nobody stands there but by a digest, and each is forgotten soon after its window: the collection is a
 * {@link org.bodywork.platform.due.DueQueue} of its service.
 */
public final class CodeLimits {

    private static final Duration DAY = Duration.ofDays(1);

    private final ReactiveMongoTemplate mongo;
    private final String collection;
    private final Limits limits;
    private final Clock clock;
    private final BusinessClock business;

    public CodeLimits(
            ReactiveMongoTemplate mongo, String collection, Limits limits, Clock clock, BusinessClock business) {
        this.mongo = mongo;
        this.collection = collection;
        this.limits = limits;
        this.clock = clock;
        this.business = business;
    }

    /**
     * How many are too many.
     *
     * @param perRecipient codes to one recipient in a window
     * @param perRecipientADay codes to one recipient in a day
     * @param perAddress codes asked for from one network address in a window
     * @param window by the unmoved clock
     */
    public record Limits(int perRecipient, int perRecipientADay, int perAddress, Duration window) {}

    /**
     * Fails with {@link TooMany} when this is one too many.
     *
     * @param recipient a digest of whom the code is for, with a word before it that says of what
     */
    public Mono<Void> count(String recipient, InetAddress from) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            String asker = "from:" + Digests.sha256Hex(from.getHostAddress());
            return count(recipient, limits.perRecipient(), limits.window(), now)
                    .then(Mono.defer(() -> count("day-" + recipient, limits.perRecipientADay(), DAY, now)))
                    .then(Mono.defer(() -> count(asker, limits.perAddress(), limits.window(), now)));
        });
    }

    private Mono<Void> count(String who, int most, Duration window, Instant now) {
        long number = now.toEpochMilli() / window.toMillis();
        Instant end = Instant.ofEpochMilli((number + 1) * window.toMillis());
        return raise(who + "|" + number, window)
                .filter(count -> count.count() > most)
                .flatMap(_ -> Mono.error(new TooMany(Duration.between(now, end))));
    }

    private Mono<Count> raise(String id, Duration window) {
        Update once =
                new Update().inc("count", 1).setOnInsert("due", business.now().plus(window.multipliedBy(2)));
        return mongo.findAndModify(
                        Query.query(Criteria.where("_id").is(id)),
                        once,
                        FindAndModifyOptions.options().upsert(true).returnNew(true),
                        Count.class,
                        collection)
                // Two first requests at once: one inserts, the other finds it there.
                .retryWhen(Retry.max(3).filter(DuplicateKeyException.class::isInstance));
    }

    record Count(String id, int count) {}

    /** Too many were asked for. */
    public static final class TooMany extends RuntimeException {

        private final Duration wait;

        TooMany(Duration wait) {
            super("too many codes asked for", null, false, false);
            this.wait = wait;
        }

        /** Until the window ends. */
        public Duration lasting() {
            return wait;
        }
    }
}
