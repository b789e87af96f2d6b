package org.bodywork.bookings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.result.UpdateResult;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.history.Finding;
import org.bodywork.bookings.history.History;
import org.bodywork.bookings.model.Command.Wish;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** What is judged right must be able to be wrong: each defect is built in, played, and has to be found. */
class DefectsAreNoticedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final String COLLECTION = "appointments";
    private static final LocalDate DATE = LocalDate.of(2026, 12, 9);
    private static final Instant NOW = at("08:00").minus(Duration.ofDays(2));

    @Test
    void findsNothingWhereNothingIsWrong() {
        Play play = new Play(Defect.NONE, aTherapist());
        play.atOnce(book(1, "10:00"), book(2, "10:00"));

        assertThat(play.history().findings()).isEmpty();
        assertThat(play.history().untold(Map.of())).isEmpty();
    }

    @Test
    void noticesADroppedIndex() {
        Play play = new Play(Defect.NONE, aTherapist());
        play.dropIndex();
        play.atOnce(book(1, "10:00"), book(2, "10:00"));

        assertThat(play.history().findings()).hasAtLeastOneElementOfType(Finding.Overlap.class);
    }

    @Test
    void noticesThatSomebodyLooksBeforeInsertingInsteadOfRelyingOnTheIndex() {
        Defect checkThenInsert = (write, mongo) -> write.what() instanceof Appointment appointment
                ? mongo.exists(query(where("occupied").in(appointment.occupied())), COLLECTION)
                        .filter(taken -> !taken)
                        .switchIfEmpty(Mono.error(TimeTaken::new))
                        .delayElement(A_MOMENT)
                        .flatMap(_ -> write.asItShouldBe())
                : write.asItShouldBe();
        Play play = new Play(checkThenInsert, aTherapist());
        play.dropIndex();
        play.atOnce(book(1, "10:00"), book(2, "10:00"));

        assertThat(play.history().findings()).hasAtLeastOneElementOfType(Finding.Overlap.class);
    }

    @Test
    void noticesACrashBeforeEventsThatAreWrittenApart() {
        Defect outboxInASecondWrite = (write, mongo) -> write.asItShouldBe()
                .flatMap(_ -> mongo.updateMulti(
                        query(where("outbox").exists(true)),
                        new Update().unset("outbox").unset("relay"),
                        COLLECTION))
                .then(Mono.error(new IllegalStateException("crashed before the second write")));
        Play play = new Play(outboxInASecondWrite, aTherapist());
        play.alone(book(1, "10:00"));

        assertThat(play.history().untold(Map.of())).hasExactlyElementsOfTypes(Finding.Untold.class);
    }

    @Test
    void noticesChangesThatIgnoreTheVersion() {
        Defect versionIgnored = (write, mongo) -> write.what() instanceof Change change
                ? Mono.delay(A_MOMENT)
                        .then(Mono.defer(write::asItShouldBe))
                        .onErrorResume(
                                ChangedMeanwhile.class,
                                _ -> putBack(mongo, change.before()).then(Mono.defer(write::asItShouldBe)))
                : write.asItShouldBe();
        Play play = new Play(versionIgnored, aTherapist().withRequestsWaiting(Duration.ofDays(1)));
        play.step(book(1, "10:00"));
        play.atOnce(new Command.Accept(0), new Command.Decline(0));

        assertThat(play.history().findings()).hasAtLeastOneElementOfType(Finding.BrokenChain.class);
    }

    @Test
    void noticesAForgottenBuffer() {
        Defect bufferForgotten = (write, mongo) -> write.what() instanceof Appointment appointment
                ? write.asItShouldBe().delayUntil(_ -> giveBack(mongo, appointment, bufferOf(appointment)))
                : write.asItShouldBe();
        Play play = new Play(bufferForgotten, aTherapist().bookedInstantly());
        play.alone(book(1, "10:00"));
        play.alone(book(2, "11:00"));

        assertThat(play.history().findings()).hasAtLeastOneElementOfType(Finding.Overlap.class);
    }

    @Test
    void noticesADailyLimitWithoutItsKey() {
        Defect noDayKey = (write, _) -> write.what() instanceof Appointment appointment
                ? Mono.delay(A_MOMENT)
                        .then(Mono.defer(() -> write.of(withNumbers(appointment, key -> !key.startsWith("day:")))))
                : write.asItShouldBe();
        AListing oneADay = aTherapist().limitedTo(new DayLimits(1, null, null));

        assertThat(overfullDaysOf(new Play(Defect.NONE, oneADay))).isEmpty();
        assertThat(overfullDaysOf(new Play(noDayKey, oneADay))).hasExactlyElementsOfTypes(Finding.TooManyInADay.class);
    }

    private static List<Finding> overfullDaysOf(Play play) {
        play.atOnce(book(1, "10:00"), book(2, "12:00"));
        return play.history().overfullDays(play.therapist(), 1);
    }

    @Test
    void noticesAnExpiredClaimThatIsFreedWhateverHasBecomeOfIt() {
        Defect slowToAccept = (write, _) -> accepts(write)
                ? Mono.delay(A_MOMENT.multipliedBy(2)).then(Mono.defer(write::asItShouldBe))
                : Mono.delay(expires(write) ? A_MOMENT.multipliedBy(4) : Duration.ZERO)
                        .then(Mono.defer(write::asItShouldBe));
        Defect blind = (write, mongo) -> expires(write)
                ? Mono.delay(A_MOMENT.multipliedBy(4)).then(free(mongo, ((Change) write.what()).before()))
                : slowToAccept.happens(write, mongo);
        AListing patient = aTherapist().withRequestsWaiting(Duration.ofHours(1));

        assertThat(acceptedInTheLastMinute(new Play(slowToAccept, patient))).isEmpty();
        assertThat(acceptedInTheLastMinute(new Play(blind, patient))).hasAtLeastOneElementOfType(Finding.Overlap.class);
    }

    private static List<Finding> acceptedInTheLastMinute(Play play) {
        play.step(book(1, "10:00"));
        play.wait(Duration.ofMinutes(59));
        play.whileOneIsAtIt(new Command.Accept(0), Duration.ofMinutes(2), book(2, "10:00"));
        return play.history().findings();
    }

    private static boolean accepts(Defect.Write write) {
        return write.what() instanceof Change change && change.after().status() == Status.CONFIRMED;
    }

    private static boolean expires(Defect.Write write) {
        return write.what() instanceof Change change && change.after().status() == Status.EXPIRED;
    }

    private static Mono<UpdateResult> free(ReactiveMongoTemplate mongo, Appointment expired) {
        return mongo.updateFirst(
                query(where("_id").is(expired.id().toString())), new Update().unset("occupied"), COLLECTION);
    }

    private static Mono<UpdateResult> putBack(ReactiveMongoTemplate mongo, Appointment before) {
        return mongo.updateFirst(
                query(where("_id").is(before.id().toString())),
                new Update()
                        .set("version", before.state().version())
                        .set("status", before.status().name()),
                COLLECTION);
    }

    private static List<String> bufferOf(Appointment appointment) {
        Visit visit = appointment.state().visit();
        Instant workEnd = visit.end().plus(visit.part().treatment().buffer());
        return Resource.therapist(visit.part().therapist()).keysDuring(new TimeSpan(visit.end(), workEnd));
    }

    private static Mono<UpdateResult> giveBack(
            ReactiveMongoTemplate mongo, Appointment appointment, List<String> keys) {
        return mongo.updateFirst(
                query(where("_id").is(appointment.id().toString())),
                new Update().pullAll("occupied", keys.toArray()),
                COLLECTION);
    }

    private static Appointment withNumbers(Appointment appointment, Predicate<String> kept) {
        Set<String> numbers =
                appointment.state().numbers().stream().filter(kept).collect(Collectors.toSet());
        return with(appointment, "numbers", numbers);
    }

    private static Appointment with(Appointment appointment, String component, Object value) {
        return Appointment.of((AppointmentState) with(appointment.state(), component, value));
    }

    /** The record with one component changed. */
    private static Object with(Record record, String component, Object value) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int index = 0; index < components.length; index++) {
                types[index] = components[index].getType();
                values[index] = components[index].getName().equals(component)
                        ? value
                        : components[index].getAccessor().invoke(record);
            }
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AListing aTherapist() {
        return aListing()
                .workingDaily("09:00", "17:00")
                .withNotice(Duration.ZERO)
                .withTreatmentOf(Duration.ofMinutes(60), Duration.ofMinutes(15));
    }

    private static Wish book(int client, String time) {
        return new Command.Book(client, 0, at(time), client);
    }

    private static Instant at(String time) {
        return DATE.atTime(LocalTime.parse(time)).atZone(CHICAGO).toInstant();
    }

    /** One therapist's day on two instances. */
    private static final class Play {

        private final TwoInstances service = TwoInstances.running();
        private final World world;
        private final Listing listing;

        Play(Defect defect, AListing words) {
            listing = words.please();
            world = new World(service, new Scene(List.of(listing), DATE, NOW, false), defect);
        }

        String therapist() {
            return listing.id().toString();
        }

        void step(Command command) {
            assertThat(world.step(command)).isEmpty();
        }

        void wait(Duration time) {
            service.advance(time);
        }

        void alone(Wish wish) {
            service.one().run(wish, world).block(PATIENCE);
        }

        void atOnce(Wish one, Wish other) {
            Mono.zip(service.one().run(one, world), service.other().run(other, world))
                    .block(PATIENCE);
        }

        /** The second begins while the first has decided and not written yet. */
        void whileOneIsAtIt(Wish slow, Duration later, Wish other) {
            Mono<Outcome> begun = service.one().run(slow, world).cache();
            begun.subscribe();
            Mono.delay(A_MOMENT)
                    .doOnNext(_ -> service.advance(later))
                    .then(service.other().run(other, world))
                    .then(begun)
                    .block(PATIENCE);
        }

        void dropIndex() {
            service.one()
                    .mongo()
                    .getCollection(COLLECTION)
                    .flatMap(all -> Mono.from(all.dropIndex(new Document("occupied", 1))))
                    .block(PATIENCE);
        }

        History history() {
            return service.history();
        }
    }
}
