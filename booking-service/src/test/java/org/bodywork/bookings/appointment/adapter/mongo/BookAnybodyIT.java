package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.opening.domain.AListing.STUDIO;
import static org.bodywork.bookings.opening.domain.AListing.SWEDISH;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bodywork.bookings.appointment.application.AnybodyRequest;
import org.bodywork.bookings.appointment.application.BookAnybody;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.BookableStarts;
import org.bodywork.bookings.appointment.application.Booked;
import org.bodywork.bookings.appointment.application.BookingLimits;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.PrivateTexts;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.application.TakeTime;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook.Cause;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Two instances of everything that books with whoever fits, over one database. */
@MongoContract
class BookAnybodyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Need NEED = new Need(Set.of("maplewood"), Set.of("swedish"), Set.of(), Set.of(), Set.of(60));

    private final TestDatabase database;
    private final SettableClock clock = SettableClock.at(WEEK_BEFORE);
    private final Recognition recognition =
            new Recognition(Mac.of("1", Base64.getEncoder().encodeToString(new byte[32])));
    private final Map<TherapistId, Listing> known = new ConcurrentHashMap<>();
    private final Candidates candidates = new Candidates();
    private final Instance here;
    private final Instance there;

    BookAnybodyIT(TestDatabase database) {
        this.database = database;
        StoresUnderTest.withIndexes(database, clock);
        here = instance();
        there = instance();
    }

    @Test
    void anyTherapistIsNeverBookedTwice() {
        Set<TherapistId> all = IntStream.range(0, 6).mapToObj(_ -> therapist()).collect(Collectors.toSet());
        List<Instance> instances = List.of(here, there);

        List<Optional<TherapistId>> got = Flux.range(0, 30)
                .flatMap(
                        turn -> anybody(instances.get(turn % 2), MONDAY_AT_TEN, "client-" + turn)
                                .map(booked -> Optional.of(therapistOf(booked)))
                                .onErrorResume(CannotBook.class, refused -> {
                                    assertThat(refused.reason()).isEqualTo(Cause.SLOT_TAKEN);
                                    assertThat(refused.alternatives()).hasSize(5);
                                    return Mono.just(Optional.empty());
                                })
                                .subscribeOn(Schedulers.parallel()),
                        30)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(got.stream().flatMap(Optional::stream)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void choosesWhoeverHasTheLeastBookedInThatWeek() {
        TherapistId june = therapist();
        TherapistId may = therapist();
        TherapistId ann = therapist();
        book(june, MONDAY_AT_TEN.plusHours(2));
        book(june, MONDAY_AT_TEN.plusDays(6));
        book(may, MONDAY_AT_TEN.plusHours(4));
        book(ann, MONDAY_AT_TEN.plusDays(7));
        book(ann, MONDAY_AT_TEN.plusDays(8));

        TherapistId first = anybody(MONDAY_AT_TEN, "one");
        TherapistId second = anybody(MONDAY_AT_TEN, "two");
        TherapistId third = anybody(MONDAY_AT_TEN, "three");

        assertThat(List.of(first, second, third)).containsExactly(ann, may, june);
    }

    @Test
    void givesEverybodyTheSameInTheCourseOfAWeek() {
        List<TherapistId> all = IntStream.range(0, 4).mapToObj(_ -> therapist()).toList();

        List<TherapistId> chosen = IntStream.range(0, 12)
                .mapToObj(turn -> anybody(MONDAY_AT_TEN.plusDays(turn / 3).plusHours(turn % 3 * 2L), "client-" + turn))
                .toList();

        assertThat(all)
                .allSatisfy(each -> assertThat(chosen).filteredOn(each::equals).hasSize(3));
    }

    @Test
    void drawsLotsAmongThoseWhoHaveAsMuchToDo() {
        therapist(TherapistId.of("00000000-0000-0000-0000-00000000000a"));
        therapist(TherapistId.of("00000000-0000-0000-0000-00000000000b"));

        Set<TherapistId> chosen = IntStream.range(0, 8)
                .mapToObj(week -> anybody(MONDAY_AT_TEN.plusWeeks(week), "client-" + week))
                .collect(Collectors.toSet());

        assertThat(chosen).hasSize(2);
    }

    @Test
    void answersARepeatedRequestWithTheSameTherapist() {
        therapist();
        therapist();
        Booked first = anybody(here, MONDAY_AT_TEN, "one").block(PATIENCE);

        Booked again =
                anybody(there, MONDAY_AT_TEN, "one").blockOptional(PATIENCE).orElseThrow();

        assertThat(again.replayed()).isTrue();
        assertThat(again.appointment().id())
                .isEqualTo(first == null ? null : first.appointment().id());
    }

    @Test
    void takesTheTimeOfARequestThatNobodyAnsweredInTime() {
        therapist(aListing().withRequestsWaiting(Duration.ofHours(1)));
        anybody(MONDAY_AT_TEN, "one");
        clock.advance(Duration.ofHours(1));

        assertThat(anybody(MONDAY_AT_TEN, "two")).isNotNull();
    }

    @Test
    void goesToWhoeverNeedNotBeAskedOnceTheContactWaitsForEnoughAnswers() {
        therapist(aListing());
        therapist(aListing());
        Instance strict = instance(new BookingLimits(100, 100, 1, 100));
        anybody(strict, MONDAY_AT_TEN, "one").block(PATIENCE);

        StepVerifier.create(again(strict, "one")).verifyError(Refusal.TooMany.class);
        TherapistId instant = therapist();
        assertThat(therapistOf(again(strict, "one").blockOptional(PATIENCE).orElseThrow()))
                .isEqualTo(instant);
    }

    /** Another visit of the same contact. */
    private static Mono<Booked> again(Instance instance, String client) {
        Instant start = MONDAY_AT_TEN.plusHours(4).toInstant();
        return instance.anybody()
                .book(
                        new AnybodyRequest(
                                NEED,
                                start,
                                Set.of(),
                                (therapist, treatment) -> request(client, start, therapist, treatment)),
                        new Fingerprint(client + " again", client));
    }

    @Test
    void isRefusedAsNoOpeningWhereNobodyWorksThen() {
        therapist();

        StepVerifier.create(anybody(here, MONDAY_AT_TEN.withHour(3), "one"))
                .verifyErrorSatisfies(error -> assertThat(error).isInstanceOfSatisfying(CannotBook.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Cause.NOT_AN_OPENING);
                    assertThat(refused.alternatives()).isNotEmpty();
                }));
    }

    private TherapistId therapist() {
        return therapist(new TherapistId(UUID.randomUUID()));
    }

    private TherapistId therapist(TherapistId id) {
        return therapist(aListing().of(id).bookedInstantly());
    }

    private TherapistId therapist(AListing words) {
        Listing listing = words.workingDaily("08:00", "20:00").please();
        known.put(listing.id(), listing);
        candidates.put(new Candidate(
                listing.id(),
                1,
                null,
                Set.of(),
                Map.of(STUDIO, "maplewood"),
                List.of(new Candidate.Option(SWEDISH, "swedish", 60))));
        return listing.id();
    }

    private void book(TherapistId therapist, ZonedDateTime start) {
        String client = UUID.randomUUID().toString();
        here.booking()
                .book(request(client, start.toInstant(), therapist, SWEDISH), new Fingerprint(client, client))
                .block(PATIENCE);
    }

    private TherapistId anybody(ZonedDateTime start, String client) {
        return therapistOf(anybody(here, start, client).blockOptional(PATIENCE).orElseThrow());
    }

    private static Mono<Booked> anybody(Instance instance, ZonedDateTime start, String client) {
        return instance.anybody()
                .book(
                        new AnybodyRequest(
                                NEED,
                                start.toInstant(),
                                Set.of(),
                                (therapist, treatment) -> request(client, start.toInstant(), therapist, treatment)),
                        new Fingerprint(client, client));
    }

    private static BookingRequest request(String client, Instant start, TherapistId therapist, TreatmentId treatment) {
        return new BookingRequest(
                therapist,
                treatment,
                start,
                null,
                new Client("Ada", new EmailAddress(client + "@example.org"), null, Language.EN, null),
                true,
                false,
                null,
                null,
                ClientHistory.NONE,
                null);
    }

    private static TherapistId therapistOf(Booked booked) {
        return booked.appointment().state().visit().part().therapist();
    }

    private Instance instance() {
        return instance(new BookingLimits(100, 100, 100, 100));
    }

    private Instance instance(BookingLimits limits) {
        BusinessClock business = new BusinessClock(clock);
        StoresUnderTest stores = StoresUnderTest.over(database, clock);
        ReactiveMongoTemplate mongo = stores.mongo();
        MongoAppointments appointments = stores.appointments();
        MongoHolds holds = stores.holds();
        Listings listings = id -> Mono.justOrEmpty(Optional.ofNullable(known.get(id)));
        FreshOpenings openings = new FreshOpenings(
                new MongoOccupancy(mongo), new MongoWorkloads(mongo), business, new SimpleMeterRegistry());
        BookAppointment booking = new BookAppointment(
                listings,
                new BookableStarts(listings, appointments, openings, business),
                new TakeTime(appointments, holds, business),
                appointments,
                holds,
                limits,
                recognition,
                new PrivateTexts(new ClientRecordsInMemory()),
                business);
        return new Instance(
                booking,
                new BookAnybody(
                        candidates, listings, openings, new MongoWorkedWeeks(mongo), booking, recognition, business));
    }

    private record Instance(BookAppointment booking, BookAnybody anybody) {}
}
