package org.bodywork.notifications.reply;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.bodywork.notifications.delivery.application.IncomingTexts;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import org.bodywork.notifications.notification.application.Places;
import org.bodywork.notifications.notification.application.UpcomingVisits;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Mono;

/**
 * Acts on texts from recipients. What a text does comes before the note that it came: a crash in between lets it count
 * again, which changes nothing, and never lets a stop be lost.
 */
final class AnswerTexts implements IncomingTexts {

    private static final Logger log = LoggerFactory.getLogger(AnswerTexts.class);

    private final Suppressions suppressions;
    private final UpcomingVisits visits;
    private final Places places;
    private final ReplyWords words;
    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;
    private final BusinessClock clock;

    AnswerTexts(
            Suppressions suppressions,
            UpcomingVisits visits,
            Places places,
            ReplyWords words,
            ReactiveMongoTemplate mongo,
            Outbox outbox,
            BusinessClock clock) {
        this.suppressions = suppressions;
        this.visits = visits;
        this.places = places;
        this.words = words;
        this.mongo = mongo;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<String> take(IncomingText text) {
        String id = Digests.sha256Hex(text.id());
        Query known = Query.query(where("_id").is(id));
        return mongo.exists(known, ReplyDocument.COLLECTION).flatMap(seen -> seen ? Mono.empty() : takeNew(id, text));
    }

    private Mono<String> takeNew(String id, IncomingText text) {
        Meaning meaning = Meaning.of(text.body());
        return visits.of(Channel.SMS, text.from())
                .next()
                .singleOptional()
                .flatMap(next -> act(meaning, text)
                        .flatMap(changed ->
                                note(id, meaning, next).then(Mono.defer(() -> answer(meaning, text, next, changed)))));
    }

    /** Whether that changed anything. */
    private Mono<Boolean> act(Meaning meaning, IncomingText text) {
        return switch (meaning) {
            case STOP -> suppressions.stop(Channel.SMS, text.from(), OptOutWay.WORD);
            case START -> suppressions.allow(Channel.SMS, text.from(), OptOutWay.WORD);
            case HELP, CONFIRM, RESCHEDULE, OTHER -> Mono.just(true);
        };
    }

    private Mono<Void> note(String id, Meaning meaning, Optional<Visit> next) {
        Instant at = clock.now();
        @Nullable String appointment = next.map(visit -> visit.id().value()).orElse(null);
        Staged staged = outbox.stage(ReplyDocument.events(id, meaning, appointment, at));
        ReplyDocument reply = appointment == null
                ? ReplyDocument.quiet(id, meaning, at)
                : ReplyDocument.told(id, meaning, appointment, at, staged);
        return mongo.insert(reply, ReplyDocument.COLLECTION)
                .doOnNext(_ -> {
                    if (appointment != null) {
                        outbox.nudge(ReplyDocument.COLLECTION, id, staged);
                    }
                })
                .then()
                .onErrorComplete(DuplicateKeyException.class)
                .doOnSuccess(_ -> log.atInfo()
                        .addKeyValue("meaning", meaning)
                        .addKeyValue("appointment", appointment)
                        .log("A recipient answered"));
    }

    /** One text at most, and none to who opted out before: a second confirmation would be one too many. */
    private Mono<String> answer(Meaning meaning, IncomingText text, Optional<Visit> next, boolean changed) {
        if (!changed || meaning == Meaning.OTHER || Meaning.isAnsweredByProvider(text.body())) {
            return Mono.empty();
        }
        Mono<Boolean> mayAnswer = meaning == Meaning.STOP || meaning == Meaning.START
                ? Mono.just(true)
                : suppressions.contains(text.from()).map(stopped -> !stopped);
        return mayAnswer.filter(may -> may).flatMap(_ -> write(meaning, next));
    }

    private Mono<String> write(Meaning meaning, Optional<Visit> next) {
        return next.map(visit -> places.of(visit).map(place -> words.about(meaning, visit, place)))
                .orElseGet(() -> Mono.just(words.toAnybody(meaning, Locale.US)));
    }
}
