package org.bodywork.therapists.listing.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.adapter.mongo.TherapistDocument.StoredWarning;
import org.bodywork.therapists.listing.application.ExpiringLicences;
import org.bodywork.therapists.listing.application.StaffContacts.Contact;
import org.bodywork.therapists.listing.domain.ExpiryWarning;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps on the therapist's document when to look and what was warned of. The listing itself does not change, so its
 * sequence stays; that nobody looks twice is held by the moment it was due.
 */
@Component
final class MongoExpiringLicences implements ExpiringLicences {

    private static final String COLLECTION = TherapistDocument.COLLECTION;

    private final ReactiveMongoTemplate mongo;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final EventCipher cipher;

    MongoExpiringLicences(ReactiveMongoTemplate mongo, Outbox outbox, BusinessClock clock, EventCipher cipher) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.clock = clock;
        this.cipher = cipher;
    }

    @Override
    public Mono<Watched> find(TherapistId id) {
        return mongo.findOne(
                        query(where("_id").is(id.toString()).and("due").exists(true)),
                        TherapistDocument.class,
                        COLLECTION)
                .flatMap(stored -> Mono.justOrEmpty(stored.watched()));
    }

    @Override
    public Mono<Void> warn(Watched watched, ExpiryWarning warning, List<Contact> staff, @Nullable Instant next) {
        return Mono.defer(() -> {
            Staged staged = outbox.stage(events(watched, warning, staff));
            Update update = looked(next).set("licenceWarning", StoredWarning.of(warning));
            return mongo.updateFirst(asSeen(watched), staged.into(update), COLLECTION)
                    .filter(result -> result.getModifiedCount() == 1)
                    .doOnNext(_ ->
                            outbox.nudge(COLLECTION, watched.therapist().id().toString(), staged))
                    .then();
        });
    }

    /** One of many that were new at once may wait to be told of by what is stored: with events it is told by these. */
    private List<Event> events(Watched watched, ExpiryWarning warning, List<Contact> staff) {
        Event listing = TherapistChanged.event(watched.therapist(), watched.sequence(), clock.now());
        Stream<Event> warnings = staff.stream()
                .map(each -> CredentialExpiring.event(watched.therapist(), warning, each, clock.now(), cipher));
        return Stream.concat(Stream.of(listing), warnings).toList();
    }

    @Override
    public Mono<Void> rest(Watched watched, @Nullable Instant next) {
        return Mono.defer(() -> mongo.updateFirst(asSeen(watched), looked(next), COLLECTION))
                .then();
    }

    private static Update looked(@Nullable Instant next) {
        Update update = new Update().unset("claim").unset("claimableFrom").unset("attempts");
        return next == null ? update.unset("due") : update.set("due", next);
    }

    private static Query asSeen(Watched watched) {
        return query(where("_id")
                .is(watched.therapist().id().toString())
                .and("sequence")
                .is(watched.sequence())
                .and("due")
                .is(watched.due()));
    }
}
