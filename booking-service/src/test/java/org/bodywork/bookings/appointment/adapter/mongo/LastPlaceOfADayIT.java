package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.opening.domain.AListing.SWEDISH;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.adapter.kafka.AppointmentEvents;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.BookableStarts;
import org.bodywork.bookings.appointment.application.BookingLimits;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.PrivateTexts;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.application.TakeTime;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.bookings.opening.application.TailPulse;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
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
    private final String linkKey = FreshKeys.key();
    private final Recognition recognition = new Recognition(Mac.of("1", FreshKeys.key()));
    private final Map<TherapistId, Listing> known = new ConcurrentHashMap<>();
    private final BookAppointment here;
    private final BookAppointment there;

    LastPlaceOfADayIT(TestDatabase database) {
        this.database = database;
        database.template()
                .getCollection(AppointmentDocument.COLLECTION)
                .flatMapMany(collection -> collection.createIndexes(AppointmentStore.indexes()))
                .blockLast(PATIENCE);
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
    void areGivenOutToExactlyAsManyAsThereAre() {
        Listing listing = listing(new DayLimits(null, Duration.ofHours(5), null));
        List<BookAppointment> instances = List.of(here, there);

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
                .limitedTo(limits)
                .please();
        known.put(listing.id(), listing);
        return listing;
    }

    private Mono<Boolean> book(BookAppointment instance, Listing listing, int hour) {
        Instant start = MONDAY_AT_TEN.withHour(hour).toInstant();
        String client = UUID.randomUUID().toString();
        return instance.book(
                        new BookingRequest(
                                listing.id(),
                                SWEDISH,
                                start,
                                null,
                                new Client("Ada", new EmailAddress(client + "@example.org"), null, Language.EN, null),
                                true,
                                false,
                                null,
                                null,
                                null),
                        new Fingerprint(client, client))
                .map(_ -> true)
                .onErrorReturn(CannotBook.class, false);
    }

    private BookAppointment instance() {
        ReactiveMongoTemplate mongo = database.template();
        SettableClock clock = SettableClock.at(WEEK_BEFORE);
        BusinessClock business = new BusinessClock(clock);
        ManageLinks links = new ManageLinks(Mac.of("1", linkKey), URI.create("http://localhost"));
        AppointmentEvents events = new AppointmentEvents(EventCipher.of(FreshKeys.keyset()), links);
        Outbox outbox = Outbox.unattended(clock);
        TakenVisits taken = new TakenVisits(new OpeningsCache(new TailPulse(clock)), outbox);
        MongoAppointments appointments =
                new MongoAppointments(mongo, new AppointmentMapping(links), events, outbox, taken);
        MongoHolds holds = new MongoHolds(mongo, events, outbox, taken);
        Listings listings = id -> Mono.justOrEmpty(Optional.ofNullable(known.get(id)));
        FreshOpenings openings = new FreshOpenings(
                new MongoOccupancy(mongo), new MongoWorkloads(mongo), business, new SimpleMeterRegistry());
        return new BookAppointment(
                listings,
                new BookableStarts(listings, appointments, openings, business),
                new TakeTime(appointments, holds, business),
                appointments,
                holds,
                new BookingLimits(3, 20, 5, 10),
                recognition,
                new PrivateTexts(new ClientRecordsInMemory()),
                business);
    }
}
