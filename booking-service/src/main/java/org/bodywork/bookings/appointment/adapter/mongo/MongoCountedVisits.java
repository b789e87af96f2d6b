package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.numbers.application.CountedVisits;
import org.bodywork.bookings.numbers.domain.CountedVisit;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;

/** Reads only what is counted, by therapist and start; one that is on its way to the archive counts once. */
final class MongoCountedVisits implements CountedVisits {

    private final ReactiveMongoTemplate mongo;

    MongoCountedVisits(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Flux<CountedVisit> of(
            Set<TherapistId> therapists, @Nullable PracticeId practice, LocalDate from, LocalDate to) {
        Criteria theirs = where("parts.therapistId")
                .in(therapists.stream().map(TherapistId::toString).toList())
                .and("start")
                .gte(StaffListQuery.earliestOn(from))
                .lt(StaffListQuery.latestOn(to))
                .and("localStart")
                .gte(from.toString())
                .lt(to.plusDays(1).toString())
                .and("kind")
                .is(AppointmentDocument.VISIT)
                .and("client")
                .exists(true);
        Query query =
                new Query(practice == null ? theirs : theirs.and("practiceId").is(practice.toString()));
        query.fields()
                .include(
                        "parts.therapistId",
                        "clientRef",
                        "localStart",
                        "start",
                        "end",
                        "status",
                        "late",
                        "audit.at",
                        "audit.by",
                        "audit.action",
                        "audit.from",
                        "audit.to");
        return Flux.just(AppointmentDocument.COLLECTION, MongoArchive.COLLECTION)
                .concatMap(collection -> mongo.find(query, Stored.class, collection))
                .distinct(Stored::id)
                .map(Stored::counted);
    }

    record Stored(
            String id,
            List<StoredPart> parts,
            String clientRef,
            String localStart,
            Instant start,
            Instant end,
            String status,
            boolean late,
            List<StoredStep> audit) {

        private CountedVisit counted() {
            return new CountedVisit(
                    AppointmentId.of(id),
                    parts.stream()
                            .map(part -> TherapistId.of(part.therapistId()))
                            .toList(),
                    clientRef.equals(ClientMarks.FORGOTTEN) ? null : clientRef,
                    LocalDateTime.parse(localStart).toLocalDate(),
                    new TimeSpan(start, end),
                    Status.valueOf(status),
                    late,
                    audit.stream().map(StoredStep::step).toList());
        }
    }

    record StoredPart(String therapistId) {}

    record StoredStep(
            Instant at, String by, String action, @Nullable String from, String to) {

        private CountedVisit.Step step() {
            return new CountedVisit.Step(
                    at,
                    Actor.Kind.valueOf(by),
                    Action.valueOf(action),
                    from == null ? null : Status.valueOf(from),
                    Status.valueOf(to));
        }
    }
}
