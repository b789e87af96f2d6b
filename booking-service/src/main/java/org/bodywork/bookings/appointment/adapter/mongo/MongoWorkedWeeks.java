package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.application.WorkedWeeks;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Mono;

/** Adds up visits that are found by therapist and start. */
final class MongoWorkedWeeks implements WorkedWeeks {

    /** What a therapist is paid for, or will be. */
    private static final Set<String> COUNTED = Stream.concat(
                    Stream.of(Status.values()).filter(Status::takesTime), Stream.of(Status.COMPLETED, Status.NO_SHOW))
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private final ReactiveMongoTemplate mongo;

    MongoWorkedWeeks(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Map<TherapistId, Duration>> booked(Collection<TherapistId> therapists, TimeSpan span) {
        Query query = new Query(where("parts.therapistId")
                .in(therapists.stream().map(TherapistId::toString).toList())
                .and("start")
                .gte(span.from())
                .lt(span.until())
                .and("status")
                .in(COUNTED));
        query.fields().include("parts.therapistId", "start", "end");
        return mongo.find(query, Worked.class, AppointmentDocument.COLLECTION)
                .distinct(Worked::id)
                .flatMapIterable(Worked::shares)
                .collect(Collectors.toMap(Share::therapist, Share::time, Duration::plus));
    }

    record Worked(String id, List<WorkedPart> parts, Instant start, Instant end) {

        private List<Share> shares() {
            return parts.stream()
                    .map(part -> new Share(TherapistId.of(part.therapistId()), Duration.between(start, end)))
                    .toList();
        }
    }

    record WorkedPart(String therapistId) {}

    private record Share(TherapistId therapist, Duration time) {}
}
