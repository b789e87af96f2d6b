package org.bodywork.bookings.waitlist.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.bodywork.bookings.waitlist.adapter.kafka.OfferEvents;
import org.bodywork.bookings.waitlist.adapter.mongo.EntryDocument.OfferDocument;
import org.bodywork.bookings.waitlist.application.Waitlist;
import org.bodywork.bookings.waitlist.application.WaitlistLinks;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal.TooManyEntries;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry.Standing;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries in their own collection; its unique indexes hold apart places and open offers. */
final class MongoWaitlist implements Waitlist {

    private static final String COLLECTION = EntryDocument.COLLECTION;

    private final ReactiveMongoTemplate mongo;
    private final WaitlistLinks links;
    private final OfferEvents events;
    private final Outbox outbox;
    private final BusinessClock clock;

    MongoWaitlist(
            ReactiveMongoTemplate mongo, WaitlistLinks links, OfferEvents events, Outbox outbox, BusinessClock clock) {
        this.mongo = mongo;
        this.links = links;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Joined> add(WaitlistEntry entry, String bodyHash, int most) {
        List<String> places = IntStream.rangeClosed(1, most)
                .mapToObj(number -> entry.marks().ref() + "#" + number)
                .toList();
        return joined(entry.id())
                .switchIfEmpty(Flux.fromIterable(places)
                        .concatMap(place -> insert(entry, place, bodyHash), 1)
                        .next()
                        .switchIfEmpty(Mono.defer(() -> joined(entry.id()))))
                .switchIfEmpty(Mono.error(TooManyEntries::new));
    }

    /** Empty where the place is taken, or a twin of the request was faster. */
    private Mono<Joined> insert(WaitlistEntry entry, String place, String bodyHash) {
        return mongo.insert(EntryDocument.of(entry, place, links.hashOf(entry.id()), bodyHash), COLLECTION)
                .map(_ -> new Joined(entry, bodyHash, true))
                .onErrorResume(DuplicateKeyException.class, _ -> Mono.empty());
    }

    private Mono<Joined> joined(EntryId id) {
        return mongo.findById(id.toString(), EntryDocument.class, COLLECTION)
                .map(stored -> new Joined(stored.entry(), stored.bodyHash(), false));
    }

    @Override
    public Mono<WaitlistEntry> apply(WaitlistEntry.Change change) {
        return Mono.defer(() -> {
            WaitlistEntry before = change.before();
            WaitlistEntry after = change.after();
            Query stillAs = query(where("_id")
                    .is(before.id().toString())
                    .and("version")
                    .is(before.version())
                    .and("standing")
                    .is(before.standing().name()));
            Staged staged = change.isTold() ? outbox.stage(events.of(after)) : null;
            Update update = update(after);
            return mongo.updateFirst(stillAs, staged == null ? update : staged.into(update), COLLECTION)
                    .onErrorMap(DuplicateKeyException.class, _ -> new Changed())
                    .filter(result -> result.getMatchedCount() == 1)
                    .switchIfEmpty(Mono.error(Changed::new))
                    .doOnNext(_ -> {
                        if (staged != null) {
                            outbox.nudge(COLLECTION, after.id().toString(), staged);
                        }
                    })
                    .thenReturn(after);
        });
    }

    private Update update(WaitlistEntry after) {
        Update update = new Update()
                .set("version", after.version())
                .set("sequence", after.sequence())
                .set("standing", after.standing().name())
                .set("due", EntryDocument.due(after, clock.now()))
                .unset("claim")
                .unset("claimableFrom")
                .unset("attempts");
        setOrUnset(update, "waitsFor", EntryDocument.waitsFor(after));
        setOrUnset(update, "offer", OfferDocument.of(after.offer()));
        setOrUnset(
                update,
                "offeredTo",
                after.standing() == Standing.OFFERED ? after.marks().ref() : null);
        if (after.standing() == Standing.TAKEN || after.standing() == Standing.LEFT) {
            update.unset("place");
        }
        return update;
    }

    private static void setOrUnset(Update update, String field, @Nullable Object value) {
        if (value == null) {
            update.unset(field);
        } else {
            update.set(field, value);
        }
    }

    @Override
    public Mono<WaitlistEntry> byId(EntryId id) {
        return mongo.findById(id.toString(), EntryDocument.class, COLLECTION).map(EntryDocument::entry);
    }

    @Override
    public Mono<WaitlistEntry> bySecretHash(String hash) {
        return mongo.findOne(query(where("secretHash").is(hash)), EntryDocument.class, COLLECTION)
                .map(EntryDocument::entry);
    }

    @Override
    public Flux<WaitlistEntry> waitingFor(Collection<String> keys, int most) {
        Query waiting =
                query(where("waitsFor").in(keys)).with(Sort.by("since", "_id")).limit(most);
        return mongo.find(waiting, EntryDocument.class, COLLECTION)
                // The embedded server gives a document once for every key that matches.
                .distinct(EntryDocument::id)
                .map(EntryDocument::entry);
    }

    @Override
    public Flux<WaitlistEntry> byIds(Collection<EntryId> ids) {
        List<String> wanted = ids.stream().map(EntryId::toString).distinct().toList();
        return mongo.find(query(where("_id").in(wanted)), EntryDocument.class, COLLECTION)
                .map(EntryDocument::entry);
    }

    @Override
    public Flux<WaitlistEntry> ofClient(String clientRef) {
        return mongo.find(query(where("clientRef").is(clientRef)), EntryDocument.class, COLLECTION)
                .map(EntryDocument::entry);
    }

    @Override
    public Mono<Void> drop(EntryId id) {
        return mongo.remove(query(where("_id").is(id.toString()).and("relay").exists(false)), COLLECTION)
                .then();
    }
}
