package org.bodywork.notifications.consent;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.consent.ChoiceDocument.Step;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import org.bodywork.notifications.notification.application.UpcomingVisits;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** What recipients chose, each under a digest of their address, with the event that tells of it in the same write. */
final class Choices implements Suppressions {

    private static final int TRIES = 5;
    private static final int MOST_STEPS = 50;

    private static final Logger log = LoggerFactory.getLogger(Choices.class);

    private final ReactiveMongoTemplate mongo;
    private final AddressDigests digests;
    private final UpcomingVisits visits;
    private final Outbox outbox;
    private final BusinessClock clock;

    Choices(
            ReactiveMongoTemplate mongo,
            AddressDigests digests,
            UpcomingVisits visits,
            Outbox outbox,
            BusinessClock clock) {
        this.mongo = mongo;
        this.digests = digests;
        this.visits = visits;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> contains(String address) {
        Query stopped =
                theOne(digests.storedOf(address)).addCriteria(where("allowed").ne(true));
        return mongo.exists(stopped, ChoiceDocument.COLLECTION);
    }

    @Override
    public Mono<Boolean> stop(Channel channel, String address, OptOutWay way) {
        return chooseByAddress(channel, address, false, way);
    }

    @Override
    public Mono<Boolean> allow(Channel channel, String address, OptOutWay way) {
        return chooseByAddress(channel, address, true, way);
    }

    private Mono<Boolean> chooseByAddress(Channel channel, String address, boolean allowed, OptOutWay way) {
        return visits.of(channel, address)
                .map(visit -> visit.id().value())
                .collectList()
                .flatMap(appointments -> choose(digests.storedOf(address), channel, allowed, way, appointments));
    }

    /** What was last chosen for an address; nothing while its owner chose nothing. */
    Mono<ChoiceDocument> last(String digest) {
        return mongo.findOne(theOne(digest), ChoiceDocument.class, ChoiceDocument.COLLECTION);
    }

    /**
     * Keeps a choice; what is chosen already stays as it is.
     *
     * @return whether that is new
     */
    Mono<Boolean> choose(String digest, Channel channel, boolean allowed, OptOutWay way, List<String> appointments) {
        return Mono.defer(() -> tryOnce(digest, new Wish(channel, allowed, way, appointments, clock.now())))
                .repeatWhenEmpty(tries -> tries.take(TRIES))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a choice keeps changing")));
    }

    private record Wish(Channel channel, boolean allowed, OptOutWay way, List<String> appointments, Instant at) {}

    private Mono<Boolean> tryOnce(String digest, Wish wish) {
        return last(digest).singleOptional().flatMap(known -> {
            boolean stopped = known.map(ChoiceDocument::isStopped).orElse(false);
            if (stopped != wish.allowed()) {
                return Mono.just(false);
            }
            return write(digest, wish, known.map(ChoiceDocument::changes).orElse(0L));
        });
    }

    /** Nothing when somebody else changed it meanwhile. */
    private Mono<Boolean> write(String digest, Wish wish, long seen) {
        long sequence = seen + 1;
        Staged staged = outbox.stage(events(digest, wish, sequence));
        Update change = new Update()
                .set("channel", wish.channel().name())
                .set("allowed", wish.allowed())
                .set("way", wish.way().name())
                .set("since", wish.at())
                .set("sequence", sequence)
                .set("appointments", wish.appointments());
        change.push("history").slice(-MOST_STEPS).each(new Step(wish.allowed(), wish.way(), wish.at()));
        boolean told = !wish.appointments().isEmpty();
        Update write = told ? staged.into(change) : change;
        Query over = theOne(digest)
                .addCriteria(
                        seen == 0
                                ? where("sequence").exists(false)
                                : where("sequence").is(seen));
        return (seen == 0
                        ? mongo.upsert(over, write, ChoiceDocument.COLLECTION)
                        : mongo.updateFirst(over, write, ChoiceDocument.COLLECTION))
                .filter(result -> result.getModifiedCount() == 1 || result.getUpsertedId() != null)
                .map(_ -> true)
                .onErrorComplete(DuplicateKeyException.class)
                .doOnNext(_ -> {
                    if (told) {
                        outbox.nudge(ChoiceDocument.COLLECTION, digest, staged);
                    }
                    tell(wish);
                });
    }

    private static List<Event> events(String digest, Wish wish, long sequence) {
        return wish.appointments().stream()
                .map(appointment -> ConsentChanged.event(
                        digest, appointment, sequence, wish.channel(), wish.allowed(), wish.way(), wish.at()))
                .toList();
    }

    private static void tell(Wish wish) {
        log.atInfo()
                .addKeyValue("channel", wish.channel())
                .addKeyValue("allowed", wish.allowed())
                .addKeyValue("way", wish.way())
                .log("A recipient chose how to be reached");
    }

    private static Query theOne(String digest) {
        return Query.query(where("_id").is(digest));
    }
}
