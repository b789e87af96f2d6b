package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.PRACTICE;
import static org.bodywork.bookings.opening.domain.AListing.STUDIO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.AnAppointment;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Moves;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Workplace;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** Openings are found without the keys that keep visits apart, and must say the same as they do. */
@MongoContract
class OccupancyAgreesWithKeysIT {

    private static final Duration PATIENCE = StoresUnderTest.PATIENCE;
    private static final Actor STAFF = Actor.staff("june");
    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final TherapistId MAY = new TherapistId(UUID.randomUUID());
    private static final List<String> ROOMS = List.of("Elm", "Oak");
    private static final Listing LISTING =
            aListing().of(JUNE).needingARoom("Elm", "Oak").please();
    private static final Duration CELL = Duration.ofMinutes(5);

    private final StoresUnderTest stores;
    private final MongoOccupancy occupancy;
    private final Random random = new Random(11);

    OccupancyAgreesWithKeysIT(TestDatabase database) {
        stores = StoresUnderTest.withIndexes(database, SettableClock.at(WEEK_BEFORE));
        occupancy = new MongoOccupancy(stores.mongo());
    }

    @Test
    void aboutWhateverTakesTimeAndHasEnded() {
        storeMuch();

        assertAgreementAtAllTimes();
    }

    @Test
    void aboutDocumentsFromBeforeOnceTheyHaveWhatTheyLack() {
        storeMuch();
        stores.mongo()
                .updateMulti(
                        new Query(),
                        new Update().unset(TakenText.WHERE).unset(TakenText.WHAT),
                        AppointmentDocument.COLLECTION)
                .block(PATIENCE);

        new OlderVisits(
                        stores.mongo(),
                        new AppointmentMapping(stores.links()),
                        new BusinessClock(SettableClock.at(WEEK_BEFORE)))
                .start();

        assertAgreementAtAllTimes();
    }

    @Test
    void aboutVisitsThatStandWhereTheTherapistIsNoLongerListed() {
        add(words(aConfirmedAppointment()).of(JUNE).startingAt(MONDAY_AT_TEN)).block(PATIENCE);
        TimeSpan ten = new TimeSpan(
                MONDAY_AT_TEN.toInstant(), MONDAY_AT_TEN.plusMinutes(5).toInstant());
        PracticeId other = new PracticeId(UUID.randomUUID());
        Listing moved = new Listing(
                JUNE,
                true,
                LISTING.name(),
                other,
                LISTING.zone(),
                LISTING.treatments(),
                LISTING.rules(),
                null,
                List.of(new Workplace(new LocationId(UUID.randomUUID()), other, List.of())),
                LISTING.schedule(),
                LISTING.busyElsewhere());

        BusyTimes read = occupancy
                .of(List.of(moved.formerlyAt(Set.of(PRACTICE))), ten, WEEK_BEFORE)
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(read.isFree(Resource.therapist(JUNE), ten)).isFalse();
    }

    @Test
    void aboutABlockOfADayThatReachesIntoTheSpan() {
        ZonedDateTime end = MONDAY_AT_TEN.plusMinutes(5);
        stores.blocks()
                .add(block(new TimeSpan(end.minusDays(1).toInstant(), end.toInstant())))
                .block(PATIENCE);

        TimeSpan last = new TimeSpan(MONDAY_AT_TEN.toInstant(), end.toInstant());

        assertThat(read(last, WEEK_BEFORE).isFree(Resource.therapist(JUNE), last))
                .isFalse();
    }

    private void storeMuch() {
        for (int turn = 0; turn < 150; turn++) {
            something().onErrorResume(TimeTaken.class, _ -> Mono.empty()).block(PATIENCE);
        }
    }

    private void assertAgreementAtAllTimes() {
        for (Duration later : List.of(Duration.ZERO, Duration.ofMinutes(30), Duration.ofHours(30))) {
            assertAgreement(WEEK_BEFORE.plus(later));
        }
    }

    private void assertAgreement(Instant now) {
        TimeSpan span = new TimeSpan(
                MONDAY_AT_TEN.plusDays(1).toInstant(), MONDAY_AT_TEN.plusDays(3).toInstant());
        List<Resource> resources = Stream.concat(
                        Stream.of(Resource.therapist(JUNE)),
                        ROOMS.stream().map(room -> Resource.room(new Room(STUDIO, room))))
                .toList();
        List<String> keys = resources.stream()
                .flatMap(resource -> resource.keysDuring(span).stream())
                .toList();
        BusyTimes byKeys = BusyTimes.of(
                stores.appointments()
                        .holding(keys)
                        .flatMapIterable(holder -> holder.claims())
                        .collectList()
                        .blockOptional(PATIENCE)
                        .orElseThrow(),
                now);
        BusyTimes read = read(span, now);

        for (Resource resource : resources) {
            assertThat(takenCells(read, resource, span)).isNotEmpty().isEqualTo(takenCells(byKeys, resource, span));
        }
    }

    private BusyTimes read(TimeSpan span, Instant now) {
        return occupancy.of(List.of(LISTING), span, now).blockOptional(PATIENCE).orElseThrow();
    }

    private static List<Instant> takenCells(BusyTimes busy, Resource resource, TimeSpan span) {
        return Stream.iterate(span.from(), cell -> cell.isBefore(span.until()), cell -> cell.plus(CELL))
                .filter(cell -> !busy.isFree(resource, new TimeSpan(cell, cell.plus(CELL))))
                .toList();
    }

    private Mono<?> something() {
        return switch (random.nextInt(8)) {
            case 0 -> add(words(aRequest()));
            case 1 -> add(words(aConfirmedAppointment()));
            case 2 ->
                add(words(aRequest()))
                        .flatMap(request -> stores.appointments()
                                .apply(request.decline(STAFF, null, WEEK_BEFORE).orElseThrow()));
            case 3 ->
                add(words(aConfirmedAppointment()))
                        .flatMap(visit -> stores.appointments()
                                .apply(visit.cancelByClient(WEEK_BEFORE).orElseThrow()));
            case 4 ->
                add(words(aConfirmedAppointment()))
                        .flatMap(visit -> stores.appointments()
                                .apply(new Moves(visit)
                                        .propose(
                                                elsewhere(visit),
                                                STAFF,
                                                Duration.ofHours(1 + random.nextInt(48)),
                                                WEEK_BEFORE)
                                        .orElseThrow()));
            case 5 -> stores.holds().add(words(aRequest()).held());
            case 6 -> {
                Hold hold = words(aRequest()).held();
                yield stores.holds()
                        .add(hold)
                        .flatMap(held ->
                                stores.holds().apply(held.release(WEEK_BEFORE).orElseThrow()));
            }
            default -> {
                Instant from = start().toInstant();
                yield stores.blocks()
                        .add(block(new TimeSpan(from, from.plus(CELL.multipliedBy(1 + random.nextInt(12))))));
            }
        };
    }

    private Mono<Appointment> add(AnAppointment words) {
        return Mono.defer(() -> stores.appointments()
                .add(words.please(), new Fingerprint(UUID.randomUUID().toString(), "body")));
    }

    private AnAppointment words(AnAppointment begun) {
        AnAppointment words = begun.of(random.nextBoolean() ? JUNE : MAY)
                .by("client@example.org", UUID.randomUUID().toString())
                .waitingFor(Duration.ofHours(1 + random.nextInt(48)))
                .startingAt(start());
        return random.nextInt(4) == 0 ? words : words.inRoom(ROOMS.get(random.nextInt(2)));
    }

    /** Within four days, two of which are looked at. */
    private ZonedDateTime start() {
        return MONDAY_AT_TEN.plusMinutes(15L * random.nextInt(4 * 24 * 4));
    }

    private Visit elsewhere(Appointment visit) {
        Slot slot = new Slot(
                aListing().of(visit.state().visit().part().therapist()).please(),
                LISTING.treatments().getFirst(),
                LISTING.workplaces().getFirst(),
                start());
        return visit.state().visit().movedTo(slot, new Room(STUDIO, ROOMS.get(random.nextInt(2))));
    }

    private static Block block(TimeSpan span) {
        return new Block(
                new AppointmentId(UUID.randomUUID()), true, JUNE, PRACTICE, CHICAGO, span, null, "june", WEEK_BEFORE);
    }
}
