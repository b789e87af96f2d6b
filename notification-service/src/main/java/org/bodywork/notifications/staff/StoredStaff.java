package org.bodywork.notifications.staff;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.bodywork.notifications.notification.application.Staff;
import org.bodywork.notifications.notification.domain.Member;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Visit;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class StoredStaff implements Staff {

    private static final String ROLES = "roles";
    private static final String THERAPIST = "therapist";

    private final ReactiveMongoTemplate mongo;

    StoredStaff(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Member> find(String account) {
        // Who may do nothing any more has no roles.
        return members(where("_id").is(account).and(ROLES + ".0").exists(true))
                .next()
                .map(MemberDocument::asMember);
    }

    @Override
    public Mono<Member> colleague(String account, PracticeId practice) {
        return members(where("_id")
                        .is(account)
                        .and("practiceId")
                        .is(practice.value())
                        .and(ROLES + ".0")
                        .exists(true))
                .next()
                .map(MemberDocument::asMember);
    }

    /** In one question: this is asked at every change of a visit. */
    @Override
    public Flux<Member> whoLookAfter(Visit visit) {
        Criteria therapist =
                where("therapistId").is(visit.therapist().value()).and(ROLES).is(THERAPIST);
        Criteria managers =
                where("practiceId").is(visit.practice().value()).and(ROLES).is("manager");
        return members(new Criteria().orOperator(therapist, managers))
                .collectList()
                .flatMapIterable(all -> {
                    List<MemberDocument> own = all.stream()
                            .filter(member -> isTheTherapist(member, visit))
                            .toList();
                    return own.isEmpty() ? all : own;
                })
                .map(MemberDocument::asMember);
    }

    private static boolean isTheTherapist(MemberDocument member, Visit visit) {
        return visit.therapist().value().equals(member.therapistId())
                && member.roles().contains(THERAPIST);
    }

    private Flux<MemberDocument> members(Criteria which) {
        return mongo.find(Query.query(which), MemberDocument.class, MemberDocument.COLLECTION);
    }
}
