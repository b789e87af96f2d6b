package org.bodywork.notifications.directory;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.notification.application.MendPlans;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.notification.application.Visits.Position;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/**
 * Lets the visits of a practice follow its new rules, a page of visits at each claim, so that neither a large practice
 * nor a crash in between is trouble. Rules that change again meanwhile have it begin again.
 */
final class PlannedAnew implements DueHandler {

    /** No rule reaches further after a visit. */
    private static final Duration LOOKS_BACK = Duration.ofDays(61);

    private static final String START = "plannedStart";
    private static final String ID = "plannedId";

    private static final Logger log = LoggerFactory.getLogger(PlannedAnew.class);

    private final ReactiveMongoTemplate mongo;
    private final Visits visits;
    private final MendPlans mendPlans;
    private final BusinessClock clock;

    PlannedAnew(ReactiveMongoTemplate mongo, Visits visits, MendPlans mendPlans, BusinessClock clock) {
        this.mongo = mongo;
        this.visits = visits;
        this.mendPlans = mendPlans;
        this.clock = clock;
    }

    static Update fromTheBeginning(Update update) {
        return free(update.unset(START).unset(ID));
    }

    @Override
    public Mono<Void> handle(Claimed work) {
        PracticeId practice = new PracticeId(work.id().toString());
        return visits.at(practice, position(work.document()), MendPlans.PAGE)
                .collectList()
                .flatMap(page -> mendPlans
                        .of(page)
                        .doOnNext(mended -> tell(practice, mended))
                        .then(Mono.defer(() -> goOn(page, work))));
    }

    /** How far the visits of a practice follow its rules. */
    private record Reached(
            @Nullable Instant plannedStart, @Nullable String plannedId) {}

    private Position position(Document practice) {
        Reached reached = mongo.getConverter().read(Reached.class, practice);
        return reached.plannedStart() == null || reached.plannedId() == null
                ? Position.beginningAt(clock.now().minus(LOOKS_BACK))
                : new Position(reached.plannedStart(), reached.plannedId());
    }

    private Mono<Void> goOn(List<Visit> page, Claimed work) {
        Instant now = clock.now();
        Update next = page.size() < MendPlans.PAGE
                ? fromTheBeginning(new Update().unset("due"))
                : free(new Update()
                        .set(START, page.getLast().start())
                        .set(ID, page.getLast().id().value())
                        .set("due", now));
        Query stillOurs = Query.query(where("_id").is(work.id()).and("claim").is(work.token()));
        return mongo.updateFirst(stillOurs, next, PracticeDocument.COLLECTION).then();
    }

    private static Update free(Update update) {
        return update.unset("claim").unset("claimableFrom").unset("attempts");
    }

    private static void tell(PracticeId practice, MendPlans.Mended mended) {
        if (mended.differences() > 0) {
            log.atInfo()
                    .addKeyValue("practice", practice)
                    .addKeyValue("planned", mended.planned())
                    .addKeyValue("removed", mended.removed())
                    .log("Messages follow new rules");
        }
    }
}
