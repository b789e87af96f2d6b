package org.bodywork.therapists.review.adapter.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.review.application.Reports;
import org.bodywork.therapists.review.application.ReviewRejection.TooManyReports;
import org.bodywork.therapists.review.domain.Report;
import org.bodywork.therapists.review.domain.ReviewId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A report takes one of its reporter's numbered places of the day, so the limit cannot be passed by many at once. */
final class MongoReports implements Reports {

    static final String COLLECTION = "reviewReports";

    private static final int MOST_A_DAY = 10;

    /** Long enough to be looked at; then the reporter is forgotten. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final ReactiveMongoTemplate mongo;

    MongoReports(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Void> add(Report report) {
        return take(report, 1);
    }

    private Mono<Void> take(Report report, int place) {
        if (place > MOST_A_DAY) {
            return Mono.error(() -> new TooManyReports(untilTomorrow(report.at())));
        }
        return Mono.defer(() -> mongo.insert(ReportDocument.of(report, place), COLLECTION))
                .then()
                .onErrorResume(
                        DuplicateKeyException.class,
                        _ -> isKnown(report).flatMap(known -> known ? Mono.empty() : take(report, place + 1)));
    }

    private Mono<Boolean> isKnown(Report report) {
        return mongo.exists(
                query(where("reporter")
                        .is(report.reporter())
                        .and("reviewId")
                        .is(report.review().toString())),
                COLLECTION);
    }

    @Override
    public Flux<Report> all(int offset, int size) {
        Query newest = new Query()
                .with(Sort.by(Sort.Direction.DESC, "at", "_id"))
                .skip(offset)
                .limit(size);
        return mongo.find(newest, ReportDocument.class, COLLECTION).map(ReportDocument::report);
    }

    @Override
    public Mono<Integer> count() {
        return mongo.count(new Query(), COLLECTION).map(Math::toIntExact);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Duration untilTomorrow(Instant now) {
        return Duration.between(
                now, day(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /**
     * A report as stored.
     *
     * @param due when it is forgotten
     */
    record ReportDocument(
            @Id String id,
            String reviewId,
            String therapistId,
            String reporter,
            String reason,
            Instant at,
            Instant due) {

        static ReportDocument of(Report report, int place) {
            return new ReportDocument(
                    "%s|%s#%d".formatted(report.reporter(), day(report.at()), place),
                    report.review().toString(),
                    report.therapist().toString(),
                    report.reporter(),
                    report.reason(),
                    report.at(),
                    report.at().plus(KEPT));
        }

        Report report() {
            return new Report(
                    new ReviewId(UUID.fromString(reviewId)),
                    new TherapistId(UUID.fromString(therapistId)),
                    reporter,
                    reason,
                    at);
        }
    }
}
