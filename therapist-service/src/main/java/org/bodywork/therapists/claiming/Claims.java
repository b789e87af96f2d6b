package org.bodywork.therapists.claiming;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The claims that wait for an operator, at most {@value #PER_PRACTICE} a practice. */
@Component
final class Claims {

    static final int PER_PRACTICE = 5;
    private static final String COLLECTION = "claims";

    private final ReactiveMongoTemplate mongo;

    Claims(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The numbered place makes the limit hold however many ask at once. */
    static CollectionIndexes indexes() {
        return new CollectionIndexes(
                COLLECTION, List.of(new IndexModel(Indexes.ascending("place"), new IndexOptions().unique(true))));
    }

    record ClaimDocument(
            @Id String id,
            String place,
            String practiceId,
            String name,
            String email,
            @Nullable String note,
            Instant at) {

        static ClaimDocument of(Claim claim, int number) {
            return new ClaimDocument(
                    claim.id().toString(),
                    claim.practice() + "#" + number,
                    claim.practice().toString(),
                    claim.name(),
                    claim.email().value(),
                    claim.note(),
                    claim.at());
        }

        Claim claim() {
            return new Claim(new PracticeId(UUID.fromString(practiceId)), name, new EmailAddress(email), note, at);
        }
    }

    /** One that is there already is left as it is. Fails with {@link ClaimRejection.TooManyClaims}. */
    Mono<Void> add(Claim claim) {
        return known(claim.id()).hasElement().flatMap(there -> there ? Mono.<Void>empty() : insert(claim, 1));
    }

    private Mono<Void> insert(Claim claim, int number) {
        if (number > PER_PRACTICE) {
            return Mono.error(ClaimRejection.TooManyClaims::new);
        }
        return mongo.insert(ClaimDocument.of(claim, number), COLLECTION)
                .then()
                .onErrorResume(DuplicateKeyException.class, _ -> insert(claim, number + 1));
    }

    Mono<Claim> known(ClaimId id) {
        return mongo.findOne(withId(id), ClaimDocument.class, COLLECTION).map(ClaimDocument::claim);
    }

    /** The oldest first. */
    Flux<Claim> oldest(int most) {
        Query all = new Query().with(Sort.by("at", "_id")).limit(most);
        return mongo.find(all, ClaimDocument.class, COLLECTION).map(ClaimDocument::claim);
    }

    Mono<Void> remove(ClaimId id) {
        return mongo.remove(withId(id), COLLECTION).then();
    }

    private static Query withId(ClaimId id) {
        return Query.query(Criteria.where("_id").is(id.toString()));
    }
}
