package org.bodywork.bookings.appointment.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.WorkDay;
import org.bodywork.bookings.opening.application.Workloads;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Workload;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Mono;

/** Reads a therapist's visits by their start, and wanted times by the time they take; both from an index. */
final class MongoWorkloads implements Workloads {

    private static final char AFTER_NUMBERS = '#' + 1;

    private final ReactiveMongoTemplate mongo;

    MongoWorkloads(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Map<TherapistId, Workload>> of(Collection<Listing> listings, TimeSpan span, Instant now) {
        Query query = new Query(new Criteria()
                .orOperator(listings.stream()
                        .flatMap(listing -> Stream.of(beginning(listing.id(), span), takingTime(listing.id(), span)))
                        .toList())
                .and("kind")
                .ne(BlockDocument.BLOCK));
        query.fields()
                .include(
                        "parts.therapistId",
                        "parts.minutes",
                        "status",
                        "start",
                        "end",
                        "expiresAt",
                        "wanted.start",
                        "wanted.end",
                        "wanted.expiresAt");
        return mongo.find(query, Work.class, AppointmentDocument.COLLECTION)
                // The embedded server gives a document once for every key that matches.
                .distinct(Work::id)
                .collectList()
                .map(found -> listings.stream()
                        .collect(Collectors.toMap(Listing::id, listing -> workload(listing, found, now))));
    }

    private static Workload workload(Listing listing, List<Work> found, Instant now) {
        List<TimeSpan> visits =
                found.stream().flatMap(work -> work.standing(listing.id(), now)).toList();
        return Workload.of(visits, listing.zone());
    }

    /** Whatever has a visit on the day or a number of it. */
    static Query on(WorkDay day) {
        TimeSpan span = day.span();
        String numbers = day.keyPrefix();
        return new Query(new Criteria()
                .orOperator(
                        beginning(day.therapist(), span),
                        takingTime(day.therapist(), span),
                        taking(numbers, numbers.substring(0, numbers.length() - 1) + AFTER_NUMBERS))
                .and("kind")
                .ne(BlockDocument.BLOCK));
    }

    private static Criteria beginning(TherapistId therapist, TimeSpan span) {
        return where("parts.therapistId")
                .is(therapist.toString())
                .and("start")
                .gte(span.from())
                .lt(span.until());
    }

    private static Criteria takingTime(TherapistId id, TimeSpan span) {
        Resource therapist = Resource.therapist(id);
        return taking(therapist.firstKey(span), therapist.keyAfter(span));
    }

    private static Criteria taking(String first, String after) {
        return where("occupied").elemMatch(new Criteria().gte(first).lt(after));
    }

    /** The part of a document that says what it is to a therapist's day. */
    record Work(
            String id,
            List<WorkPart> parts,
            String status,
            Instant start,
            Instant end,
            @Nullable Instant expiresAt,
            @Nullable WantedWork wanted) {

        Stream<TimeSpan> standing(TherapistId therapist, Instant now) {
            return parts.stream()
                    .filter(part -> part.therapistId().equals(therapist.toString()))
                    .flatMap(part -> standing(part, now));
        }

        private Stream<TimeSpan> standing(WorkPart part, Instant now) {
            Stream<TimeSpan> asked = wanted != null && wanted.expiresAt().isAfter(now)
                    ? Stream.of(span(part, wanted.start(), wanted.end()))
                    : Stream.of();
            return counts(now) ? Stream.concat(Stream.of(span(part, start, end)), asked) : asked;
        }

        /** Of two parts each takes its own time. */
        private TimeSpan span(WorkPart part, Instant from, Instant until) {
            return new TimeSpan(from, parts.size() > 1 ? from.plus(Duration.ofMinutes(part.minutes())) : until);
        }

        private boolean counts(Instant now) {
            Instant until = expiresAt;
            boolean standing = until == null || until.isAfter(now);
            return status.equals(HoldDocument.HELD)
                    ? standing
                    : Optional.of(Status.valueOf(status))
                            .filter(present -> present == Status.COMPLETED || (present.takesTime() && standing))
                            .isPresent();
        }
    }

    record WorkPart(String therapistId, long minutes) {}

    record WantedWork(Instant start, Instant end, Instant expiresAt) {}
}
