package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.application.StaffQuery.Position;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Status;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** A question of staff as MongoDB answers it from an index: practice or therapist first, then the start. */
final class StaffListQuery {

    private static final String START = "start";
    private static final String LOCAL_START = "localStart";

    /** No zone is further from UTC: the index narrows by moments, the local date decides. */
    private static final Duration FURTHEST_ZONE = Duration.ofHours(18);

    private static final int MOST_AWAITING = 1_000;

    private StaffListQuery() {}

    static Query visits(StaffQuery asked) {
        return of(asked, where("kind").ne(BlockDocument.BLOCK).and("client").exists(true));
    }

    static Query blocks(StaffQuery asked) {
        return of(asked, where("kind").is(BlockDocument.BLOCK).and("status").is(BlockDocument.BLOCKED));
    }

    /** From the index too: visits that are still to come are few. */
    static Query awaiting(Colleague asking, Instant now) {
        Criteria asked = new Criteria()
                .orOperator(
                        where("status").is(Status.REQUESTED.name()),
                        where("wanted.by").is(Actor.Kind.CLIENT.name()));
        return new Query(new Criteria()
                        .andOperator(
                                theirs(asking),
                                where(START).gt(now),
                                where("kind")
                                        .ne(BlockDocument.BLOCK)
                                        .and("client")
                                        .exists(true),
                                asked))
                .with(Sort.by(START, "_id"))
                .limit(MOST_AWAITING);
    }

    private static Query of(StaffQuery asked, Criteria what) {
        List<Criteria> all = new ArrayList<>();
        all.add(what);
        all.add(theirs(asked.asking()));
        if (asked.from() != null) {
            all.add(where(START).gte(earliestOn(asked.from())));
            all.add(where(LOCAL_START).gte(asked.from().toString()));
        }
        if (asked.to() != null) {
            LocalDate dayAfter = asked.to().plusDays(1);
            all.add(where(START).lt(latestOn(asked.to())));
            all.add(where(LOCAL_START).lt(dayAfter.toString()));
        }
        if (!asked.statuses().isEmpty()) {
            all.add(where("status").in(asked.statuses().stream().map(Enum::name).toList()));
        }
        if (asked.after() != null) {
            all.add(behind(asked.after()));
        }
        return new Query(new Criteria().andOperator(all))
                .with(Sort.by(START, "_id"))
                .limit(asked.size() + 1);
    }

    private static Criteria theirs(Colleague colleague) {
        return switch (colleague) {
            case Colleague.PracticeLead lead ->
                where("practiceId").is(lead.practice().toString());
            case Colleague.Therapist therapist ->
                where("parts.therapistId").is(therapist.therapist().toString());
        };
    }

    private static Criteria behind(Position position) {
        return new Criteria()
                .orOperator(
                        where(START).gt(position.start()),
                        where(START)
                                .is(position.start())
                                .and("_id")
                                .gt(position.id().toString()));
    }

    /** When that date begins anywhere. */
    static Instant earliestOn(LocalDate date) {
        return midnight(date).minus(FURTHEST_ZONE);
    }

    /** When that date is over everywhere. */
    static Instant latestOn(LocalDate date) {
        return midnight(date.plusDays(1)).plus(FURTHEST_ZONE);
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
