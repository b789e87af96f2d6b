package org.bodywork.bookings.series.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.series.application.AllSeries.Begun;
import org.bodywork.bookings.series.application.AllSeries.Known;
import org.bodywork.bookings.series.domain.Booker;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.SeriesChange;
import org.bodywork.bookings.series.domain.SeriesChange.Item;
import org.bodywork.bookings.series.domain.SeriesChange.Kind;
import org.bodywork.bookings.series.domain.SeriesChange.Result;
import org.bodywork.bookings.series.domain.SeriesDate;
import org.bodywork.bookings.series.domain.SeriesDate.Time;
import org.bodywork.bookings.series.domain.SeriesId;
import org.bodywork.bookings.series.domain.SeriesWish;
import org.bodywork.bookings.series.domain.SoughtDate;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@MongoContract
class MongoSeriesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-10-15T14:00:00Z");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-10-20");

    private final ManageLinks links = new ManageLinks(Mac.of("1", FreshKeys.key()), URI.create("http://localhost/"));
    private final ReactiveMongoTemplate mongo;
    private final MongoSeries all;

    MongoSeriesIT(TestDatabase database) {
        mongo = database.template();
        mongo.getCollection(SeriesDocument.COLLECTION)
                .flatMapMany(collection -> Flux.from(collection.createIndexes(SeriesStore.indexes())))
                .blockLast(PATIENCE);
        all = new MongoSeries(mongo, links);
    }

    @Test
    void findsASeriesAtEveryStepAsItWasStored() {
        Series begun = some(all.add(aSeries(), new Fingerprint("key", "body")));
        Series held = some(all.replace(begun, begun.held(dates(begun), NOW)));
        assertThat(found(held)).isEqualTo(held);

        AppointmentId time = held.id().holdOf(1, 0);
        Series booking = some(all.replace(held, held.booking(Set.of(time), ada(), "asked", NOW)));
        assertThat(found(held)).isEqualTo(booking);
        assertThat(stored(held).get("booker", Document.class).getString("email"))
                .isEqualTo("ada@example.org");

        Series booked = some(all.replace(booking, booking.booked(became(booking), NOW)));
        Series changing = some(all.replace(
                booked, booked.changing(new SeriesChange(Kind.MOVE, List.of(new Item(1, NOW, Result.PENDING))), NOW)));
        assertThat(found(held)).isEqualTo(changing);
        assertThat(stored(held)).doesNotContainKeys("booker", "claim").containsKeys("requestKey", "secretHash");
    }

    @Test
    void findsItByItsSecretAndByTheRequestThatBeganIt() {
        Series begun = some(all.add(aSeries(), new Fingerprint("key", "body")));

        String secret = links.seriesSecretOf(begun.id().toString());

        assertThat(some(all.bySecretHash(Digests.sha256Hex(secret)))).isEqualTo(begun);
        assertThat(some(all.byRequestKey("key"))).isEqualTo(new Begun(begun, "body"));
        StepVerifier.create(all.add(aSeries(), new Fingerprint("key", "body"))).verifyError(Known.class);
        assertThat(stored(begun).toJson()).doesNotContain(secret);
    }

    @Test
    void refusesAChangeDecidedOnAnOlderState() {
        Series begun = some(all.add(aSeries(), new Fingerprint("key", "body")));
        all.replace(begun, begun.held(List.of(), NOW)).block(PATIENCE);

        StepVerifier.create(all.replace(begun, begun.expired(NOW))).verifyError(ChangedMeanwhile.class);
        all.drop(begun).block(PATIENCE);

        assertThat(found(begun).step()).isEqualTo(Series.Step.HELD);
    }

    @Test
    void forgetsWhatItKnowsOfAClient() {
        Series begun = some(all.add(aSeries(), new Fingerprint("one", "body")));
        Series held = some(all.replace(begun, begun.held(dates(begun), NOW)));
        some(all.replace(held, held.booking(Set.of(held.id().holdOf(1, 0)), ada(), "asked", NOW)));
        Series other = some(all.add(aSeries(), new Fingerprint("two", "body")));

        all.forget("ref-of-ada").block(PATIENCE);

        assertThat(all.byId(held.id()).blockOptional(PATIENCE)).isEmpty();
        assertThat(all.byId(other.id()).blockOptional(PATIENCE)).isPresent();
    }

    private static Series aSeries() {
        SeriesWish wish = new SeriesWish(
                new TherapistId(UUID.randomUUID()), AListing.SWEDISH, TUESDAY, 2, 7, LocalTime.of(17, 0), true);
        return Series.begin(new SeriesId(UUID.randomUUID()), wish, CHICAGO, NOW);
    }

    private static List<SeriesDate> dates(Series series) {
        return List.of(
                SeriesDate.held(sought(1), time(series, 1, 0)),
                SeriesDate.instead(sought(2), List.of(time(series, 2, 1), time(series, 2, 2))));
    }

    private static SoughtDate sought(int number) {
        return new SoughtDate(
                number, TUESDAY.plusWeeks(number - 1).atTime(17, 0).atZone(CHICAGO), false, List.of(), List.of());
    }

    private static Time time(Series series, int number, int choice) {
        return new Time(
                series.id().holdOf(number, choice),
                series.wish().therapist(),
                series.wish().treatment(),
                NOW.plus(Duration.ofDays(number)));
    }

    private static List<SeriesDate> became(Series booking) {
        return booking.dates().stream()
                .map(date -> date.chosen() == null
                        ? date.leftOut()
                        : date.booked(date.chosen().hold()))
                .toList();
    }

    private static Booker ada() {
        Client client =
                new Client("Ada Lovelace", new EmailAddress("ada@example.org"), "+13145550123", Language.ES, CHICAGO);
        return new Booker(client, "ref-of-ada", true, true, false);
    }

    private Series found(Series series) {
        return some(all.byId(series.id()));
    }

    private Document stored(Series series) {
        return some(mongo.findById(series.id().toString(), Document.class, SeriesDocument.COLLECTION));
    }

    private static <T> T some(Mono<T> mono) {
        return mono.blockOptional(PATIENCE).orElseThrow();
    }
}
