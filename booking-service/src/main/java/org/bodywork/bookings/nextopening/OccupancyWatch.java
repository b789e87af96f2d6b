package org.bodywork.bookings.nextopening;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.result.UpdateResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/**
 * Hears what has been taken and freed, and whose listing changed, and makes it due to look at those therapists again.
 * Whoever took the time has nothing to do with it: it follows from the event that went out with that write. Most visits
 * are later than the next opening; those are read past without a write.
 */
final class OccupancyWatch implements EventHandler {

    private static final String COLLECTION = NextOpeningsDocument.COLLECTION;

    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;
    private final DueNudges nudges;

    OccupancyWatch(ReactiveMongoTemplate mongo, BusinessClock clock, DueNudges nudges) {
        this.mongo = mongo;
        this.clock = clock;
        this.nudges = nudges;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return event.type().equals(OccupancyChanged.TYPE) ? look(event.as(OccupancyChanged.class)) : Mono.empty();
    }

    /** Mostly nobody is to be looked at; then nobody looks whether somebody is. */
    private Mono<Void> look(OccupancyChanged changed) {
        return (changed.dates().isEmpty() ? lookAgain(changed.therapistId()) : lookAgainWhereItMatters(changed))
                .doOnNext(_ -> nudges.nudge(NextOpeningsConfiguration.QUEUE))
                .then();
    }

    private Mono<UpdateResult> lookAgain(String therapist) {
        return mongo.upsert(Query.query(where("_id").is(therapist)), dueNow(), COLLECTION);
    }

    private Mono<UpdateResult> lookAgainWhereItMatters(OccupancyChanged changed) {
        Query concerned =
                Query.query(new Criteria().andOperator(concernedBy(changed), canStillDecide(changed.dates())));
        concerned.fields().include("_id");
        return mongo.find(concerned, Document.class, COLLECTION)
                .map(found -> found.getString("_id"))
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> mongo.updateMulti(Query.query(where("_id").in(found)), dueNow(), COLLECTION));
    }

    private static Criteria concernedBy(OccupancyChanged changed) {
        List<Criteria> concerned = new ArrayList<>(List.of(where("_id").is(changed.therapistId())));
        if (changed.locationId() != null) {
            concerned.add(where(NextOpeningsDocument.LOCATIONS).is(changed.locationId()));
        }
        return new Criteria().orOperator(concerned);
    }

    /** While somebody looks, it is not known yet which dates will decide. */
    private static Criteria canStillDecide(List<LocalDate> dates) {
        String first = dates.stream().min(LocalDate::compareTo).orElseThrow().toString();
        return new Criteria()
                .orOperator(
                        where(NextOpeningsDocument.DECIDED_BY).gte(first),
                        where(NextOpeningsDocument.CLAIM).exists(true));
    }

    /** Takes the work from whoever does it at this moment: what they have read may be older than the change. */
    private Update dueNow() {
        Update update = new Update().set("due", clock.now()).setOnInsert("sequence", 0L);
        NextOpeningsConfiguration.CLAIMED.forEach(update::unset);
        return update;
    }
}
