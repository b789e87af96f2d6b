package org.bodywork.bookings.waitlist.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.PRACTICE;
import static org.bodywork.bookings.opening.domain.AListing.STUDIO;
import static org.bodywork.bookings.opening.domain.AListing.SWEDISH;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.AppointmentsInMemory;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.BookableStarts;
import org.bodywork.bookings.appointment.application.BookingLimits;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.CancelForGood;
import org.bodywork.bookings.appointment.application.ClientVisits;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Holds;
import org.bodywork.bookings.appointment.application.PrivateTexts;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.application.TakeTime;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal.OfferIsOver;
import org.bodywork.bookings.waitlist.domain.AnEntry;
import org.bodywork.bookings.waitlist.domain.Care;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.FreedTime.Stage;
import org.bodywork.bookings.waitlist.domain.FreedTimeId;
import org.bodywork.bookings.waitlist.domain.OfferOutcome;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry.Standing;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OfferFreedTimeTest {

    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final FreedTimeId TIME = new FreedTimeId(UUID.randomUUID());
    private static final Instant START = MONDAY_AT_TEN.toInstant();
    private static final Instant LATER = MONDAY_AT_TEN.plusDays(3).toInstant();
    private static final TimeSpan MORNING = new TimeSpan(START, START.plus(Duration.ofHours(1)));
    private static final int MORE_WRITES_THAN_ANY_STORY = 40;

    private SettableClock clock = SettableClock.at(WEEK_BEFORE);
    private World world = new World();

    @Test
    void offersItToOneAtATimeInOrder() {
        WaitlistEntry ada = world.waits(AnEntry.of("Ada", WEEK_BEFORE.minus(Duration.ofDays(9))));
        WaitlistEntry grace = world.waits(AnEntry.of("Grace", WEEK_BEFORE.minus(Duration.ofDays(20))));

        FreedTime time = world.freed();

        assertThat(time.stage()).isEqualTo(Stage.OFFERED);
        assertThat(time.last().entry()).isEqualTo(grace.id());
        assertThat(time.last().until()).isEqualTo(WEEK_BEFORE.plus(Duration.ofMinutes(15)));
        assertThat(world.standing(grace)).isEqualTo(Standing.OFFERED);
        assertThat(world.standing(ada)).isEqualTo(Standing.WAITING);
        assertThat(world.held()).hasSize(1);
    }

    @Test
    void comesFirstWhoseCourseOfCareNeedsIt() {
        world.waits(AnEntry.of("Ada", WEEK_BEFORE.minus(Duration.ofDays(90))));
        WaitlistEntry grace = world.waits(AnEntry.of("Grace", WEEK_BEFORE));
        world.care = Map.of(grace.marks().key(), new Care(1, 0));

        assertThat(world.freed().last().entry()).isEqualTo(grace.id());
    }

    @Test
    void passesItOnWhenDeclinedAndWhenSilentAndThenGivesItBack() {
        WaitlistEntry ada = world.waits(AnEntry.of("Ada", WEEK_BEFORE.minus(Duration.ofDays(9))));
        WaitlistEntry grace = world.waits(AnEntry.of("Grace", WEEK_BEFORE.minus(Duration.ofDays(2))));
        world.freed();

        world.decline();
        assertThat(world.time().last().entry()).isEqualTo(grace.id());
        clock.advance(Duration.ofMinutes(15));
        FreedTime time = world.goOn();

        assertThat(time.stage()).isEqualTo(Stage.RETURNED);
        assertThat(time.chain())
                .extracting(FreedTime.Link::outcome)
                .containsExactly(OfferOutcome.DECLINED, OfferOutcome.UNANSWERED);
        assertThat(world.standing(ada)).isEqualTo(Standing.WAITING);
        assertThat(world.standing(grace)).isEqualTo(Standing.WAITING);
        assertThat(world.held()).isEmpty();
    }

    @Test
    void booksItForWhoeverTakesItOnceHoweverOftenThatIsPressed() {
        WaitlistEntry ada = world.waits(AnEntry.of("Ada", WEEK_BEFORE));
        world.freed();

        SeenOffer once = world.take();
        SeenOffer twice = world.take();

        assertThat(once.link().visit()).isEqualTo(twice.link().visit());
        assertThat(world.visitsAtTen()).extracting(Appointment::status).containsExactly(Status.CONFIRMED);
        assertThat(world.standing(ada)).isEqualTo(Standing.TAKEN);
    }

    @Test
    void cannotBeTakenAfterItsEndNorAfterBeingDeclined() {
        world.waits(AnEntry.of("Ada", WEEK_BEFORE));
        FreedTime time = world.freed();
        clock.advance(Duration.ofMinutes(15));

        assertThatThrownBy(world::take)
                .isInstanceOfSatisfying(
                        OfferIsOver.class, over -> assertThat(over.outcome()).isEqualTo(OfferOutcome.UNANSWERED));
        world.goOn();
        assertThatThrownBy(() -> world.answers
                        .take(world.links.secretOf(time.last().offer()))
                        .block())
                .isInstanceOf(OfferIsOver.class);
        assertThat(world.visitsAtTen()).isEmpty();
    }

    @Test
    void neverOffersOneClientTwoTimes() {
        WaitlistEntry one = world.waits(AnEntry.of("Ada", WEEK_BEFORE).asClient("ref-of-one-client"));
        WaitlistEntry other = world.waits(
                AnEntry.of("Ada", WEEK_BEFORE).asClient("ref-of-one-client").with(JUNE));
        world.freed();
        FreedTimeId second = new FreedTimeId(UUID.randomUUID());
        world.free(second, START.plus(Duration.ofHours(3)));

        FreedTime time = world.offers.goOn(second).blockOptional().orElseThrow();

        assertThat(time.stage()).isEqualTo(Stage.RETURNED);
        assertThat(List.of(world.standing(one), world.standing(other)))
                .containsExactlyInAnyOrder(Standing.OFFERED, Standing.WAITING);
        assertThat(world.held()).hasSize(1);
    }

    @Test
    void leavesOutThoseWhomItDoesNotSuit() {
        world.waits(AnEntry.of("Ada", WEEK_BEFORE).on(DayOfWeek.TUESDAY));
        world.waits(AnEntry.of("Grace", WEEK_BEFORE).from("11:30"));
        world.waits(AnEntry.of("Mary", WEEK_BEFORE).knowing(Duration.ofDays(8)));
        world.waits(AnEntry.of("Joan", WEEK_BEFORE).with(new TherapistId(UUID.randomUUID())));
        world.waits(AnEntry.of("Edith", WEEK_BEFORE).havingLater(new AppointmentId(UUID.randomUUID()), START));

        assertThat(world.freed().stage()).isEqualTo(Stage.RETURNED);
    }

    @Test
    void passesOverThoseWhoSleepAndWaitsWhereAllDo() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        clock.set(MONDAY_AT_TEN.minusDays(1).withHour(12).toInstant());
        WaitlistEntry asleep = world.waits(AnEntry.of("Ada", WEEK_BEFORE).livingIn(ZoneId.of("Europe/Moscow")));

        FreedTime time = world.freed();
        assertThat(time.stage()).isEqualTo(Stage.OPEN);
        assertThat(time.due().atZone(ZoneId.of("Europe/Moscow")).getHour()).isEqualTo(8);
        assertThat(world.held()).as("nobody is kept from booking it meanwhile").isEmpty();

        clock.set(time.due());
        world.waits(AnEntry.of("Grace", WEEK_BEFORE.minus(Duration.ofDays(9))).livingIn(auckland));
        assertThat(world.goOn().last().entry()).as("in Auckland it is evening").isNotEqualTo(asleep.id());
    }

    /** The process ends at each write in turn, before it or after; the client presses again, and due work goes on. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsTheSameWhateverDiesWhileItIsTaken(boolean after) {
        for (int write = 1; write <= MORE_WRITES_THAN_ANY_STORY; write++) {
            clock = SettableClock.at(WEEK_BEFORE);
            world = new World();
            AppointmentId later = world.booked("Ada", LATER);
            WaitlistEntry ada = world.waits(AnEntry.of("Ada", WEEK_BEFORE).havingLater(later, LATER));
            world.free(TIME, START);
            world.deaths.at(write, after);

            boolean died = world.survive(world::goOn);
            died |= world.survive(world::takeWhenAsked);
            world.deaths.over();
            world.settle();
            if (world.time().stage() == Stage.OFFERED) {
                world.take();
                world.settle();
            }

            assertThat(world.time().stage()).as("write %d", write).isEqualTo(Stage.TAKEN);
            assertThat(world.visitsAtTen())
                    .as("write %d", write)
                    .extracting(Appointment::status)
                    .containsExactly(Status.CONFIRMED);
            assertThat(world.standing(ada)).as("write %d", write).isEqualTo(Standing.TAKEN);
            assertThat(world.statusOf(later)).as("write %d", write).isEqualTo(Status.CANCELLED_BY_CLIENT);
            assertThat(world.held()).as("write %d", write).isEmpty();
            assertThat(world.waitlist.told()).as("write %d", write).isEqualTo(2);
            if (!died) {
                assertThat(write).as("the story has writes").isGreaterThan(7);
                return;
            }
        }
        throw new AssertionError("the story has more writes than that");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsTheSameWhateverDiesWhileItIsPassedOn(boolean after) {
        for (int write = 1; write <= MORE_WRITES_THAN_ANY_STORY; write++) {
            clock = SettableClock.at(WEEK_BEFORE);
            world = new World();
            WaitlistEntry ada = world.waits(AnEntry.of("Ada", WEEK_BEFORE.minus(Duration.ofDays(9))));
            WaitlistEntry grace = world.waits(AnEntry.of("Grace", WEEK_BEFORE));
            world.free(TIME, START);
            world.deaths.at(write, after);

            boolean died = world.survive(world::goOn);
            died |= world.survive(world::declineWhenAsked);
            clock.advance(Duration.ofMinutes(16));
            died |= world.survive(world::goOn);
            world.deaths.over();
            world.settle();
            clock.advance(Duration.ofMinutes(16));
            world.settle();
            clock.advance(Duration.ofMinutes(16));
            world.settle();

            assertThat(world.time().stage()).as("write %d", write).isEqualTo(Stage.RETURNED);
            assertThat(world.standing(ada)).as("write %d", write).isEqualTo(Standing.WAITING);
            assertThat(world.standing(grace)).as("write %d", write).isEqualTo(Standing.WAITING);
            assertThat(world.held()).as("write %d", write).isEmpty();
            assertThat(world.visitsAtTen()).as("write %d", write).isEmpty();
            if (!died) {
                assertThat(write).as("the story has writes").isGreaterThan(7);
                return;
            }
        }
        throw new AssertionError("the story has more writes than that");
    }

    /** One therapist, her visits and whoever waits for her. */
    private final class World {

        private final BusinessClock business = new BusinessClock(clock);
        private final Deaths deaths = new Deaths();
        private final Recognition recognition = new Recognition(Mac.of("1", FreshKeys.key()));
        private final WaitlistLinks links = new WaitlistLinks(Mac.of("1", FreshKeys.key()), "http://localhost");
        private final AppointmentsInMemory visits = new AppointmentsInMemory();
        private final WaitlistInMemory waitlist = new WaitlistInMemory();
        private final FreedTimesInMemory times = new FreedTimesInMemory(links);
        private final ClientRecordsInMemory clients = new ClientRecordsInMemory();
        private final Listing listing = aListing()
                .of(JUNE)
                .workingDaily("08:00", "20:00")
                .bookedInstantly()
                .please();
        private Map<String, Care> care = Map.of();
        private final BookAppointment booking;
        private final OfferFreedTime offers;
        private final AnswerOffer answers;

        World() {
            Listings listings = _ -> Mono.just(listing);
            Appointments appointments = deaths.of(Appointments.class, visits);
            Holds holds = deaths.of(Holds.class, visits.holds());
            Waitlist list = deaths.of(Waitlist.class, waitlist);
            FreedTimes freed = deaths.of(FreedTimes.class, times);
            FreshOpenings openings = new FreshOpenings(
                    (_, span, now) -> busy(span, now),
                    (_, _, _) -> Mono.just(Map.of()),
                    business,
                    new SimpleMeterRegistry());
            BookableStarts starts = new BookableStarts(listings, appointments, openings, business);
            TakeTime taking = new TakeTime(appointments, holds, business);
            BookingLimits limits = new BookingLimits(3, 20, 5, 10);
            booking = new BookAppointment(
                    listings,
                    starts,
                    taking,
                    appointments,
                    holds,
                    limits,
                    recognition,
                    new PrivateTexts(clients),
                    business);
            Candidates candidates = new Candidates();
            candidates.put(new Candidate(
                    JUNE,
                    1,
                    "woman",
                    Set.of(),
                    Map.of(STUDIO, "maplewood"),
                    List.of(new Candidate.Option(SWEDISH, "swedish", 60))));
            ChooseTurn turns = new ChooseTurn(list, listings, candidates, openings, _ -> Mono.just(care), business);
            offers = new OfferFreedTime(
                    freed,
                    list,
                    turns,
                    new HoldTime(starts, taking, holds, limits, business),
                    booking,
                    appointments,
                    new CancelForGood(new NoVisits(), appointments, business),
                    clients,
                    recognition,
                    business);
            answers = new AnswerOffer(freed, list, links, offers, business);
        }

        private Mono<BusyTimes> busy(TimeSpan span, Instant now) {
            return visits.holding(Resource.therapist(JUNE).keysDuring(span))
                    .flatMapIterable(Holder::claims)
                    .collectList()
                    .map(claims -> BusyTimes.of(claims, now));
        }

        WaitlistEntry waits(AnEntry entry) {
            return waitlist.put(entry.please());
        }

        AppointmentId booked(String name, Instant start) {
            WaitlistEntry somebody = AnEntry.of(name, WEEK_BEFORE).please();
            return booking.book(
                            new BookingRequest(
                                    JUNE,
                                    SWEDISH,
                                    start,
                                    null,
                                    somebody.client(),
                                    true,
                                    false,
                                    null,
                                    null,
                                    ClientHistory.NONE,
                                    null),
                            recognition.of("key-of-the-later-visit", "body"))
                    .blockOptional()
                    .orElseThrow()
                    .appointment()
                    .id();
        }

        void free(FreedTimeId id, Instant start) {
            times.add(new FreedTime(
                            id,
                            1,
                            JUNE,
                            PRACTICE,
                            STUDIO,
                            CHICAGO,
                            start,
                            start.plus(Duration.ofHours(1)),
                            clock.instant(),
                            Stage.OPEN,
                            0,
                            List.of(),
                            clock.instant(),
                            null))
                    .block();
        }

        FreedTime freed() {
            free(TIME, START);
            return goOn();
        }

        FreedTime goOn() {
            return offers.goOn(TIME).blockOptional().orElseThrow();
        }

        FreedTime time() {
            return times.byId(TIME).blockOptional().orElseThrow();
        }

        /** As due work does after a crash, once those who were about it are given up. */
        void settle() {
            for (int look = 0; look < 5; look++) {
                clock.advance(FreedTime.GRACE);
                goOn();
            }
        }

        SeenOffer take() {
            return answers.take(links.secretOf(time().last().offer()))
                    .blockOptional()
                    .orElseThrow();
        }

        void decline() {
            answers.decline(links.secretOf(time().last().offer())).block();
        }

        void takeWhenAsked() {
            if (!time().chain().isEmpty()) {
                take();
            }
        }

        void declineWhenAsked() {
            if (!time().chain().isEmpty()) {
                decline();
            }
        }

        /** Whether the process died of it. */
        boolean survive(Runnable deed) {
            try {
                deed.run();
                return false;
            } catch (Deaths.Died died) {
                return true;
            }
        }

        Standing standing(WaitlistEntry entry) {
            return waitlist.get(entry.id()).standing();
        }

        Status statusOf(AppointmentId id) {
            return visits.byId(id).map(Appointment::status).blockOptional().orElseThrow();
        }

        List<Hold> held() {
            return visits.holding(
                            Resource.therapist(JUNE).keysDuring(new TimeSpan(START, START.plus(Duration.ofHours(9)))))
                    .ofType(Hold.class)
                    .filter(hold -> hold.standsAt(clock.instant()))
                    .collectList()
                    .blockOptional()
                    .orElseThrow();
        }

        List<Appointment> visitsAtTen() {
            return visits.holding(Resource.therapist(JUNE).keysDuring(MORNING))
                    .ofType(Appointment.class)
                    .collectList()
                    .blockOptional()
                    .orElseThrow();
        }
    }

    /** Nobody is forgotten here. */
    private static final class NoVisits implements ClientVisits {

        @Override
        public Flux<Appointment> of(String clientRef) {
            return Flux.empty();
        }

        @Override
        public Mono<Boolean> isToBeTold(String clientRef) {
            return Mono.just(false);
        }

        @Override
        public Mono<Void> forgetClientOf(AppointmentId id, String clientRef) {
            return Mono.empty();
        }
    }
}
