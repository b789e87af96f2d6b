package org.bodywork.bookings.series.adapter.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.series.domain.Booker;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.SeriesChange;
import org.bodywork.bookings.series.domain.SeriesChange.Item;
import org.bodywork.bookings.series.domain.SeriesDate;
import org.bodywork.bookings.series.domain.SeriesDate.Time;
import org.bodywork.bookings.series.domain.SeriesId;
import org.bodywork.bookings.series.domain.SeriesWish;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A series as it is stored.
 *
 * @param booker who books it, as an appointment keeps its client; only from booking until the visits know
 * @param due when due work looks at it next
 */
record SeriesDocument(
        @Id String id,
        long version,
        String step,
        WishDocument wish,
        String zone,
        Instant expiresAt,
        Instant changedAt,
        Instant due,
        List<DateDocument> dates,
        @Nullable BookerDocument booker,
        @Nullable String clientRef,
        @Nullable String asked,
        @Nullable ChangeDocument change,
        String requestKey,
        String bodyHash,
        String secretHash) {

    static final String COLLECTION = "series";

    /** What a change may take away. */
    static final List<String> PASSING =
            List.of("booker", "clientRef", "asked", "change", "claim", "claimableFrom", "attempts");

    static SeriesDocument of(Series series, String requestKey, String bodyHash, String secretHash) {
        return new SeriesDocument(
                series.id().toString(),
                series.version(),
                series.step().name(),
                WishDocument.of(series.wish()),
                series.zone().getId(),
                series.expiresAt(),
                series.changedAt(),
                series.due(),
                series.dates().stream().map(DateDocument::of).toList(),
                BookerDocument.of(series.booker()),
                series.clientRef(),
                series.asked(),
                ChangeDocument.of(series.change()),
                requestKey,
                bodyHash,
                secretHash);
    }

    Series series() {
        return new Series(
                SeriesId.of(id),
                version,
                Series.Step.valueOf(step),
                wish.wish(),
                ZoneId.of(zone),
                expiresAt,
                changedAt,
                dates.stream().map(DateDocument::seriesDate).toList(),
                booker == null ? null : booker.booker(),
                clientRef,
                asked,
                change == null ? null : change.change());
    }

    /** Its local date and time are text, since no zone may move them. */
    record WishDocument(
            String therapistId,
            String treatmentId,
            String first,
            int count,
            int everyDays,
            String around,
            boolean orAnother) {

        static WishDocument of(SeriesWish wish) {
            return new WishDocument(
                    wish.therapist().toString(),
                    wish.treatment().toString(),
                    wish.first().toString(),
                    wish.count(),
                    wish.everyDays(),
                    wish.around().toString(),
                    wish.orAnother());
        }

        SeriesWish wish() {
            return new SeriesWish(
                    TherapistId.of(therapistId),
                    TreatmentId.of(treatmentId),
                    LocalDate.parse(first),
                    count,
                    everyDays,
                    LocalTime.parse(around),
                    orAnother);
        }
    }

    record TimeDocument(String hold, String therapistId, String treatmentId, Instant start) {

        static @Nullable TimeDocument of(@Nullable Time time) {
            return time == null
                    ? null
                    : new TimeDocument(
                            time.hold().toString(),
                            time.therapist().toString(),
                            time.treatment().toString(),
                            time.start());
        }

        Time time() {
            return new Time(AppointmentId.of(hold), TherapistId.of(therapistId), TreatmentId.of(treatmentId), start);
        }
    }

    record DateDocument(
            int number,
            String date,
            String outcome,
            @Nullable TimeDocument held,
            List<TimeDocument> alternatives,
            @Nullable TimeDocument chosen,
            @Nullable String visit) {

        static DateDocument of(SeriesDate date) {
            return new DateDocument(
                    date.number(),
                    date.date().toString(),
                    date.outcome().name(),
                    TimeDocument.of(date.held()),
                    date.alternatives().stream()
                            .flatMap(time -> Optional.ofNullable(TimeDocument.of(time)).stream())
                            .toList(),
                    TimeDocument.of(date.chosen()),
                    date.visit() == null ? null : date.visit().toString());
        }

        SeriesDate seriesDate() {
            return new SeriesDate(
                    number,
                    LocalDate.parse(date),
                    SeriesDate.Outcome.valueOf(outcome),
                    held == null ? null : held.time(),
                    alternatives.stream().map(TimeDocument::time).toList(),
                    chosen == null ? null : chosen.time(),
                    visit == null ? null : AppointmentId.of(visit));
        }
    }

    record BookerDocument(
            String name,
            String email,
            @Nullable String phone,
            String locale,
            @Nullable String zone,
            String ref,
            boolean emailAgreed,
            boolean smsAgreed,
            boolean proven) {

        static @Nullable BookerDocument of(@Nullable Booker booker) {
            if (booker == null) {
                return null;
            }
            Client client = booker.client();
            ZoneId zone = client.zone();
            return new BookerDocument(
                    client.name(),
                    client.email().value(),
                    client.phone(),
                    client.language().tag(),
                    zone == null ? null : zone.getId(),
                    booker.ref(),
                    booker.emailAgreed(),
                    booker.smsAgreed(),
                    booker.proven());
        }

        Booker booker() {
            return new Booker(
                    new Client(
                            name,
                            new EmailAddress(email),
                            phone,
                            Language.ofTag(locale).orElse(Language.EN),
                            zone == null ? null : ZoneId.of(zone)),
                    ref,
                    emailAgreed,
                    smsAgreed,
                    proven);
        }
    }

    record ItemDocument(int number, @Nullable Instant start, String result) {}

    record ChangeDocument(String kind, List<ItemDocument> items) {

        static @Nullable ChangeDocument of(@Nullable SeriesChange change) {
            return change == null
                    ? null
                    : new ChangeDocument(
                            change.kind().name(),
                            change.items().stream()
                                    .map(item -> new ItemDocument(
                                            item.number(),
                                            item.start(),
                                            item.result().name()))
                                    .toList());
        }

        SeriesChange change() {
            return new SeriesChange(
                    SeriesChange.Kind.valueOf(kind),
                    items.stream()
                            .map(item ->
                                    new Item(item.number(), item.start(), SeriesChange.Result.valueOf(item.result())))
                            .toList());
        }
    }
}
