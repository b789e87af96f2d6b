package org.bodywork.therapists.account.adapter.mongo;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.account.application.SignInLimits;
import org.bodywork.therapists.account.application.SignInRejection.TooManySignIns;
import org.bodywork.therapists.account.application.SignInSettings;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Counts requests in fixed windows, one document a window, raised and read in one step. The counted addresses stand
 * there only as digests, and are forgotten soon after the window.
 */
@Component
final class MongoSignInLimits implements SignInLimits {

    static final String COLLECTION = "signInCounts";

    private static final Duration DAY = Duration.ofDays(1);

    private final ReactiveMongoTemplate mongo;
    private final SignInSettings settings;
    private final Clock clock;
    private final BusinessClock business;

    MongoSignInLimits(ReactiveMongoTemplate mongo, SignInSettings settings, Clock clock, BusinessClock business) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
        this.business = business;
    }

    @Override
    public Mono<Void> count(EmailAddress email, InetAddress from) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            String recipient = "email:" + Digests.sha256Hex(email.value());
            String asker = "from:" + Digests.sha256Hex(from.getHostAddress());
            return count(recipient, settings.perEmail(), settings.window(), now)
                    .then(Mono.defer(() -> count("day-" + recipient, settings.perEmailADay(), DAY, now)))
                    .then(Mono.defer(() -> count(asker, settings.perAddress(), settings.window(), now)));
        });
    }

    private Mono<Void> count(String who, int most, Duration window, Instant now) {
        long number = now.toEpochMilli() / window.toMillis();
        Instant end = Instant.ofEpochMilli((number + 1) * window.toMillis());
        return raise(who + "|" + number, window)
                .filter(count -> count.count() > most)
                .flatMap(exceeded -> Mono.error(new TooManySignIns(Duration.between(now, end))));
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
