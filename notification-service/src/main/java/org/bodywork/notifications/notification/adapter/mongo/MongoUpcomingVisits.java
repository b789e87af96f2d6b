package org.bodywork.notifications.notification.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.application.UpcomingVisits;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
final class MongoUpcomingVisits implements UpcomingVisits {

    /** More than a person has; whoever shares a number with a crowd is told of the next ones. */
    private static final int MOST = 20;

    private static final List<String> OPEN =
            List.of(VisitStatus.CONFIRMED.name(), VisitStatus.REQUESTED.name(), VisitStatus.PROPOSED.name());

    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;

    MongoUpcomingVisits(ReactiveMongoTemplate mongo, BusinessClock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Flux<Visit> of(Channel channel, String address) {
        String field = switch (channel) {
            case EMAIL -> "email";
            case SMS -> "phone";
        };
        Query theirs = Query.query(where(field)
                        .is(address)
                        .and("status")
                        .in(OPEN)
                        .and("start")
                        .gt(clock.now()))
                .with(Sort.by("start"))
                .limit(MOST);
        return mongo.find(theirs, VisitDocument.class, VisitDocument.COLLECTION).map(VisitDocument::asVisit);
    }
}
