package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.application.Archive;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A collection beside the one that holds time, so that neither its indexes nor its memory grow with history. What is
 * needed only while something can still happen stays behind: claims and numbers, replays, the secret link.
 */
final class MongoArchive implements Archive {

    static final String COLLECTION = "archive";

    private static final List<String> LEFT_BEHIND = List.of(
            "occupied",
            TakenText.WHERE,
            TakenText.WHAT,
            "requestKey",
            "bodyHash",
            "secretHash",
            "due",
            "claim",
            "claimableFrom",
            "attempts",
            "expiresAt",
            "remindAt",
            "asked",
            "toldAt",
            "wanted");

    private final ReactiveMongoTemplate mongo;
    private final AppointmentMapping mapping;

    MongoArchive(ReactiveMongoTemplate mongo, AppointmentMapping mapping) {
        this.mongo = mongo;
        this.mapping = mapping;
    }

    static List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("companion.ref"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.ascending("parts.therapistId", "start")),
                new IndexModel(Indexes.ascending("practiceId", "start")),
                new IndexModel(Indexes.ascending("clientRef", "start")));
    }

    /**
     * Moves one there: first a copy, then the original goes. Dying in between leaves both, which is harmless, and the
     * next time begins with the copy again. One whose events wait still is not touched.
     *
     * @param stored as it is now
     * @param looksAt when the archive is to look at it
     */
    Mono<Void> move(Document stored, Instant looksAt) {
        return isToldOf(stored) ? copy(stored, looksAt).then(remove(stored)) : Mono.error(NotToldYet::new);
    }

    Mono<Void> copy(Document stored, Instant looksAt) {
        Document kept = new Document(stored);
        LEFT_BEHIND.forEach(kept::remove);
        kept.append("due", looksAt);
        return mongo.getCollection(COLLECTION)
                .flatMap(archive -> Mono.from(archive.replaceOne(
                        Filters.eq("_id", stored.get("_id")), kept, new ReplaceOptions().upsert(true))))
                .then();
    }

    /** Only what was copied: a change that came meanwhile keeps it where it is. */
    private Mono<Void> remove(Document stored) {
        Query asCopied = query(where("_id")
                .is(stored.get("_id"))
                .and("version")
                .is(stored.get("version"))
                // Noting that somebody has read is no new version.
                .and("readings")
                .is(stored.get("readings"))
                .and("outbox")
                .exists(false)
                .and("relay")
                .exists(false));
        return mongo.remove(asCopied, AppointmentDocument.COLLECTION).then();
    }

    private static boolean isToldOf(Document stored) {
        return !stored.containsKey("outbox") && !stored.containsKey("relay");
    }

    @Override
    public Mono<Appointment> byId(AppointmentId id) {
        return mongo.findById(id.toString(), AppointmentDocument.class, COLLECTION)
                .map(mapping::appointment);
    }

    @Override
    public Flux<Appointment> list(StaffQuery query) {
        return mongo.find(StaffListQuery.visits(query), AppointmentDocument.class, COLLECTION)
                .map(mapping::appointment);
    }

    /** The broker has been away for long; it will be tried again. */
    private static final class NotToldYet extends RuntimeException {
        NotToldYet() {
            super("its events wait still", null, false, false);
        }
    }
}
