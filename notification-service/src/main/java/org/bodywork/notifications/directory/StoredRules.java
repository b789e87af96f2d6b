package org.bodywork.notifications.directory;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.notification.application.Rules;
import org.bodywork.notifications.notification.domain.MessageRules;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** The rules of each practice, in the document of the practice. New ones make it due: what waits is planned anew. */
final class StoredRules implements Rules {

    private static final Logger log = LoggerFactory.getLogger(StoredRules.class);

    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;
    private final Runnable look;

    /**
     * Those of a database.
     *
     * @param look makes practices that are due be looked at now
     */
    StoredRules(ReactiveMongoTemplate mongo, BusinessClock clock, Runnable look) {
        this.mongo = mongo;
        this.clock = clock;
        this.look = look;
    }

    @Override
    public Mono<MessageRules> of(PracticeId practice) {
        return of(practice.value())
                .map(PracticeRules::asRules)
                .onErrorResume(BadEvent.class, bad -> {
                    // Of a version that allowed more: its visits must not go without any message for that.
                    log.atError()
                            .addKeyValue("practice", practice)
                            .addKeyValue("fault", bad.getMessage())
                            .log("The stored rules of a practice cannot be followed; the defaults hold");
                    return Mono.just(MessageRules.DEFAULTS);
                })
                .defaultIfEmpty(MessageRules.DEFAULTS);
    }

    private Mono<PracticeRules> of(String practice) {
        Query withOwn =
                Query.query(where("_id").is(practice).and("messageRules").exists(true));
        return mongo.findOne(withOwn, PracticeRules.class, PracticeDocument.COLLECTION);
    }

    /**
     * Keeps the rules of a practice that is known, unless these or newer ones were kept. Their count is their own: rules
     * that could not be followed once may be sent again when they can.
     *
     * <p>Fails with {@link BadEvent} when one of them cannot be followed; those before stand on.
     */
    Mono<Void> keep(String practice, long sequence, PracticeRules rules) {
        return Mono.fromCallable(rules::asRules)
                .then(of(practice).defaultIfEmpty(new PracticeRules(List.of())))
                .map(before -> !before.equals(rules))
                .flatMap(changed -> write(practice, sequence, rules, changed))
                .doOnNext(changed -> tell(practice, rules, changed))
                .then();
    }

    /** Whether something is to be planned anew. */
    private Mono<Boolean> write(String practice, long sequence, PracticeRules rules, boolean changed) {
        Query older =
                Query.query(where("_id").is(practice).and("rulesSequence").not().gte(sequence));
        Update update = rules.messageRules().isEmpty()
                ? new Update().unset("messageRules")
                : new Update().set("messageRules", rules.messageRules());
        update.set("rulesSequence", sequence);
        return mongo.updateFirst(older, changed ? dueNow(update) : update, PracticeDocument.COLLECTION)
                .map(result -> changed && result.getModifiedCount() == 1);
    }

    /** From the first visit on, whoever is at it now. */
    private Update dueNow(Update update) {
        Instant now = clock.now();
        return PlannedAnew.fromTheBeginning(update).set("due", now);
    }

    private void tell(String practice, PracticeRules rules, boolean changed) {
        if (!rules.unknownKinds().isEmpty()) {
            log.atWarn()
                    .addKeyValue("practice", practice)
                    .addKeyValue("kinds", rules.unknownKinds())
                    .log("Rules for messages that are not known here were left out");
        }
        if (changed) {
            log.atInfo().addKeyValue("practice", practice).log("A practice has other rules for its messages");
            look.run();
        }
    }
}
