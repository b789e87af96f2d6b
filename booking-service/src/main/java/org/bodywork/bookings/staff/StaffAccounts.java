package org.bodywork.bookings.staff;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.bodywork.bookings.appointment.application.Answerers;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Our own copy of the accounts. */
@Component
final class StaffAccounts implements Answerers {

    static final String COLLECTION = "staff";

    private static final String MANAGER = "manager";
    private static final String THERAPIST = "therapist";

    /** A practice led by more people than this has them look into the console. */
    private static final int MOST = 20;

    private final ReactiveMongoTemplate mongo;

    StaffAccounts(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<List<String>> of(TherapistId therapist, PracticeId practice) {
        Criteria own =
                where("therapistId").is(therapist.toString()).and("roles").is(THERAPIST);
        Criteria leading =
                where("practiceId").is(practice.toString()).and("roles").is(MANAGER);
        Query either = Query.query(new Criteria().orOperator(own, leading)).limit(MOST);
        either.fields().include("_id");
        return mongo.find(either, Account.class, COLLECTION)
                .map(Account::id)
                .distinct()
                .collectSortedList();
    }

    @Override
    public Mono<Colleague> named(String accountId) {
        return mongo.findById(accountId, Account.class, COLLECTION).mapNotNull(Account::colleague);
    }

    private record Account(
            @Id String id,
            @Nullable List<String> roles,
            @Nullable String practiceId,
            @Nullable String therapistId) {

        @Nullable Colleague colleague() {
            if (has(MANAGER) && practiceId != null) {
                return new Colleague.PracticeLead(id, PracticeId.of(practiceId));
            }
            return has(THERAPIST) && therapistId != null
                    ? new Colleague.Therapist(id, TherapistId.of(therapistId))
                    : null;
        }

        private boolean has(String role) {
            return roles != null && roles.contains(role);
        }
    }
}
