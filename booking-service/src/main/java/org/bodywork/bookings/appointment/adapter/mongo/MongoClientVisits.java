package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.Filters;
import java.util.List;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.ClientVisits;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads by the client's keyed hash; forgets by writing down what may stay, so that nothing new is ever overlooked. */
final class MongoClientVisits implements ClientVisits {

    private static final List<String> COLLECTIONS = List.of(AppointmentDocument.COLLECTION, MongoArchive.COLLECTION);

    private static final List<String> STAYS = List.of(
            "_id",
            "kind",
            "version",
            "sequence",
            "status",
            "practiceId",
            "locationId",
            "zone",
            "localStart",
            "start",
            "end",
            "timeRevision",
            TakenText.WHERE,
            TakenText.WHAT,
            "consent",
            "terms",
            "intakeNeeded",
            "reviewNeeded",
            "late",
            "due",
            "linkVersion",
            "linkKeyId");

    private static final List<String> AUDIT_STAYS =
            List.of("at", "by", "accountId", "action", "from", "to", "start", "room", "waived");

    private static final String NOBODY = ClientMarks.FORGOTTEN;

    /** RFC 2606: no such address can ever be. */
    private static final Document NO_CLIENT = new Document("name", "Erased")
            .append("email", "erased@erased.invalid")
            .append("locale", "en");

    private final ReactiveMongoTemplate mongo;
    private final AppointmentMapping mapping;

    MongoClientVisits(ReactiveMongoTemplate mongo, AppointmentMapping mapping) {
        this.mongo = mongo;
        this.mapping = mapping;
    }

    @Override
    public Flux<Appointment> of(String clientRef) {
        return Flux.fromIterable(COLLECTIONS)
                .concatMap(collection -> mongo.find(query(theirs(clientRef)), AppointmentDocument.class, collection))
                .map(mapping::appointment);
    }

    @Override
    public Mono<Boolean> isToBeTold(String clientRef) {
        Criteria waiting = new Criteria()
                .andOperator(
                        theirs(clientRef),
                        new Criteria()
                                .orOperator(
                                        where("outbox").exists(true),
                                        where("relay").exists(true)));
        return mongo.exists(query(waiting), AppointmentDocument.COLLECTION);
    }

    /** Whoever came along with a client is found by their own address too. */
    private static Criteria theirs(String clientRef) {
        return new Criteria()
                .orOperator(
                        where("clientRef").is(clientRef), where("companion.ref").is(clientRef));
    }

    @Override
    public Mono<Void> forgetClientOf(AppointmentId id, String clientRef) {
        return Flux.fromIterable(COLLECTIONS)
                .concatMap(collection -> mongo.findById(id.toString(), Document.class, collection)
                        .flatMap(stored -> forget(stored, clientRef, collection)))
                .then();
    }

    /** Who booked for both leaves nothing of either; who came along leaves what is the other's. */
    private Mono<Void> forget(Document stored, String clientRef, String collection) {
        if (clientRef.equals(stored.getString("clientRef"))) {
            return replace(stored, without(stored), collection);
        }
        Document companion = stored.get("companion", Document.class);
        return companion != null && clientRef.equals(companion.getString("ref"))
                ? replace(stored, withoutCompanion(stored, companion), collection)
                : Mono.empty();
    }

    private static Document withoutCompanion(Document stored, Document companion) {
        Document kept = new Document(stored);
        kept.remove("companion");
        List<Document> parts = stored.getList("parts", Document.class);
        kept.append("version", stored.get("version", Number.class).longValue() + 1)
                .append("parts", List.of(parts.getFirst(), new Document(parts.getLast()).append("person", NOBODY)));
        String time = "client:" + companion.getString("key") + "|";
        String numbers = "contact:" + companion.getString("ref");
        List<String> occupied = stored.getList("occupied", String.class, List.of()).stream()
                .filter(key -> !key.startsWith(time) && !key.startsWith(numbers))
                .toList();
        kept.remove("occupied");
        return occupied.isEmpty() ? kept : kept.append("occupied", occupied);
    }

    private Mono<Void> replace(Document stored, Document kept, String collection) {
        return mongo.getCollection(collection)
                .flatMap(visits -> Mono.from(visits.replaceOne(
                        Filters.and(
                                Filters.eq("_id", stored.get("_id")),
                                Filters.eq("version", stored.get("version")),
                                Filters.exists("outbox", false),
                                Filters.exists("relay", false)),
                        kept)))
                .filter(result -> result.getMatchedCount() == 1)
                .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                .then();
    }

    private static Document without(Document stored) {
        Document kept = new Document();
        STAYS.stream().filter(stored::containsKey).forEach(field -> kept.append(field, stored.get(field)));
        kept.append("client", NO_CLIENT)
                .append("clientRef", NOBODY)
                .append("clientKey", NOBODY)
                .append("clientKeyId", NOBODY)
                .append("version", stored.get("version", Number.class).longValue() + 1)
                .append("parts", parts(stored))
                .append("audit", audit(stored));
        List<String> occupied = occupied(stored);
        return occupied.isEmpty() ? kept : kept.append("occupied", occupied);
    }

    private static List<Document> parts(Document stored) {
        return stored.getList("parts", Document.class, List.of()).stream()
                .map(part -> new Document(part).append("person", NOBODY))
                .toList();
    }

    /** Who did what when stays; what somebody wrote about it may name the client. */
    private static List<Document> audit(Document stored) {
        return stored.getList("audit", Document.class, List.of()).stream()
                .map(entry -> {
                    Document kept = new Document();
                    AUDIT_STAYS.stream()
                            .filter(entry::containsKey)
                            .forEach(field -> kept.append(field, entry.get(field)));
                    return kept;
                })
                .toList();
    }

    /** What counts for the therapist stays; time and limits of the client's do not. */
    private static List<String> occupied(Document stored) {
        return stored.getList("occupied", String.class, List.of()).stream()
                .filter(key -> !key.startsWith("client:") && !key.startsWith("contact:"))
                .toList();
    }
}
