package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.opening.domain.AListing.SWEDISH;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.BookableStarts;
import org.bodywork.bookings.appointment.application.Booked;
import org.bodywork.bookings.appointment.application.BookingLimits;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.application.OnBehalf;
import org.bodywork.bookings.appointment.application.PrivateTexts;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.application.TakeTime;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook;
import org.bodywork.bookings.appointment.domain.WorkDay;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Two instances of everything that books, over one database, and the times of one day that do not overlap. */
@MongoContract
class LastPlaceOfADayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROUNDS = 60;
    private static final DayLimits TWO_VISITS = new DayLimits(2, null, null);

    private final TestDatabase database;
    private final SettableClock clock = SettableClock.at(WEEK_BEFORE);
    private final Recognition recognition = new Recognition(Mac.of("1", FreshKeys.key()));
    private final Map<TherapistId, Listing> known = new ConcurrentHashMap<>();
    private final Instance here;
    private final Instance there;

    LastPlaceOfADayIT(TestDatabase database) {
        this.database = database;
        StoresUnderTest.withIndexes(database, clock);
        here = instance();
        there = instance();
    }

    @Test
    void goesToOneOfTwoClientsInEveryRound() {
        for (int round = 0; round < ROUNDS; round++) {
            Listing listing = listing(TWO_VISITS);
            assertThat(book(here, listing, 9).block(PATIENCE)).isTrue();

            List<Boolean> booked = atOnce(List.of(book(here, listing, 11), book(there, listing, 14)));

            assertThat(booked).as("round %d", round).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void goesToOneWhenSomebodyMovesInWhileSomebodyBooks() {
        for (int round = 0; round < ROUNDS; round++) {
            Listing listing = listing(TWO_VISITS);
            assertThat(book(here, listing, 9).block(PATIENCE)).isTrue();
            Appointment dayAfter = booking(here, listing, MONDAY_AT_TEN.plusDays(1))
                    .blockOptional(PATIENCE)
                    .orElseThrow()
                    .appointment();

            List<Boolean> done = atOnce(List.of(book(there, listing, 11), move(here, listing, dayAfter, 14)));

            assertThat(done).as("round %d", round).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void isLeftByAMoveWithinTheDayButItsNumberIsNot() {
        Listing listing = listing(TWO_VISITS);
        Appointment visit = booking(here, listing, MONDAY_AT_TEN)
                .blockOptional(PATIENCE)
                .orElseThrow()
                .appointment();

        assertThat(move(here, listing, visit, 14).block(PATIENCE)).isTrue();

        Appointment moved = StoresUnderTest.over(database, clock)
                .appointments()
                .byId(visit.id())
                .blockOptional(PATIENCE)
                .orElseThrow();
        String day = new WorkDay(listing.id(), MONDAY_AT_TEN.toLocalDate(), listing.zone()).keyPrefix();
        assertThat(moved.occupied()).contains(day + 1, day + 2);
        assertThat(book(there, listing, 10).block(PATIENCE)).isTrue();
        assertThat(book(there, listing, 12).block(PATIENCE)).isFalse();
    }

    @Test
    void areGivenOutToExactlyAsManyAsThereAre() {
        Listing listing = listing(new DayLimits(null, Duration.ofHours(5), null));
        List<Instance> instances = List.of(here, there);

        List<Boolean> booked = atOnce(IntStream.range(0, 12)
                .mapToObj(turn -> book(instances.get(turn % 2), listing, 8 + turn))
                .toList());

        assertThat(booked).filteredOn(done -> done).hasSize(5);
    }

    private static List<Boolean> atOnce(List<Mono<Boolean>> bookings) {
        return Flux.fromIterable(bookings)
                .flatMap(booking -> booking.subscribeOn(Schedulers.parallel()), bookings.size())
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private Listing listing(DayLimits limits) {
        Listing listing = aListing()
                .of(new TherapistId(UUID.randomUUID()))
                .workingDaily("08:00", "22:00")
                .withTreatmentOf(Duration.ofMinutes(60), Duration.ZERO)
                .bookedInstantly()
                .limitedTo(limits)
                .please();
        known.put(listing.id(), listing);
        return listing;
    }

    private static Mono<Boolean> book(Instance instance, Listing listing, int hour) {
        return orFalse(booking(instance, listing, MONDAY_AT_TEN.withHour(hour)));
    }

    private static Mono<Boolean> move(Instance instance, Listing listing, Appointment visit, int hour) {
        OnBehalf june = new OnBehalf(new Colleague.Therapist("june", listing.id()), Set.of(), "Asked to.");
        return orFalse(instance.moves()
                .byStaff(visit.id(), june, MONDAY_AT_TEN.withHour(hour).toInstant()));
    }

    private static Mono<Boolean> orFalse(Mono<?> taking) {
        return taking.map(_ -> true).onErrorReturn(CannotBook.class, false);
    }

    private static Mono<Booked> booking(Instance instance, Listing listing, ZonedDateTime start) {
        String client = UUID.randomUUID().toString();
        BookingRequest request = new BookingRequest(
                listing.id(),
                SWEDISH,
                start.toInstant(),
                null,
                new Client("Ada", new EmailAddress(client + "@example.org"), null, Language.EN, null),
                true,
                false,
                null,
                null,
                ClientHistory.NONE,
                null);
        return instance.bookings().book(request, new Fingerprint(client, client));
    }

    private Instance instance() {
        BusinessClock business = new BusinessClock(clock);
        StoresUnderTest stores = StoresUnderTest.over(database, clock);
        MongoAppointments appointments = stores.appointments();
        Listings listings = id -> Mono.justOrEmpty(Optional.ofNullable(known.get(id)));
        FreshOpenings openings = new FreshOpenings(
                new MongoOccupancy(stores.mongo()),
                new MongoWorkloads(stores.mongo()),
                business,
                new SimpleMeterRegistry());
        BookableStarts starts = new BookableStarts(listings, appointments, openings, business);
        TakeTime time = new TakeTime(appointments, stores.holds(), business);
        return new Instance(
                new BookAppointment(
                        listings,
                        starts,
                        time,
                        appointments,
                        stores.holds(),
                        new BookingLimits(3, 20, 5, 10),
                        recognition,
                        new PrivateTexts(new ClientRecordsInMemory()),
                        business),
                new MoveVisit(
                        new ManageByLink(appointments, business),
                        new StaffAppointments(
                                appointments, new MongoArchive(stores.mongo(), new AppointmentMapping(stores.links()))),
                        appointments,
                        starts,
                        time,
                        business));
    }

    private record Instance(BookAppointment bookings, MoveVisit moves) {}
}
