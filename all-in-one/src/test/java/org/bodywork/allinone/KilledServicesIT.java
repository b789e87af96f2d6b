package org.bodywork.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.bodywork.allinone.journey.Booked;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.Client;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.journey.Inbox;
import org.bodywork.allinone.journey.Staff;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.needs.Machine;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** A service dies in the middle of a visit, and the visit still ends right; on a real mongod. */
@Needs(Need.MONGOD)
class KilledServicesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path data;

    private static Bodywork bodywork;
    private static Bookings bookings;
    private static Inbox inbox;

    @BeforeAll
    static void start() {
        bodywork = Installations.on(Machine.current().mongod().orElseThrow(), data);
        bodywork.start();
        bookings = new Bookings(bodywork.site().bookings());
        inbox = new Inbox(bodywork.site().messages());
    }

    @AfterAll
    static void end() {
        bodywork.close();
    }

    /** A failed test must not take the next one with it. */
    @BeforeEach
    void awaitAll() {
        for (Service service : Service.values()) {
            bodywork.awaitServing(service);
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void endsTheVisitRightWhicheverServiceDies(Service victim) {
        DemoTherapist therapist = aTherapist(false);
        Client client = Client.called("Jordan " + victim.name());
        String token = new Staff(bodywork.site().directory(), inbox).signIn(therapist.email());
        Booked visit = bookings.book(
                therapist,
                bookings.firstOpeningAfter(therapist, bodywork.businessTime().plus(Duration.ofDays(3))),
                client);
        // What a later turn has overtaken is rightly left untold, so each turn waits until the one before was told.
        awaitTold(client, 1);

        bodywork.kill(victim);
        if (victim == Service.BOOKING) {
            bodywork.awaitServing(victim);
        }
        bookings.accept(visit, token);
        bodywork.kill(victim);
        bodywork.awaitServing(victim);
        awaitTold(client, 2);
        bookings.cancel(visit);

        awaitTold(client, 3);
        bodywork.awaitCalm();
        assertThat(Inbox.titles(inbox.of(client.email())))
                .satisfiesExactlyInAnyOrder(
                        title -> assertThat(title).startsWith("Your request is with"),
                        title -> assertThat(title).startsWith("Confirmed: "),
                        title -> assertThat(title).startsWith("Cancelled: "));
        assertThat(inbox.of(client.phone())).hasSize(3);
    }

    /** What it had copied of practices, staff and visits is asked for again, and told by their owners over Kafka. */
    @Test
    void tellsNothingAgainAndStillRemindsWhenTheStoreOfMessagesIsLost() {
        DemoTherapist therapist = aTherapist(true);
        Client client = Client.called("Riley Nolan");
        Booked visit = bookings.book(
                therapist,
                bookings.firstOpeningAfter(therapist, bodywork.businessTime().plus(Duration.ofDays(3))),
                client);
        awaitTold(client, 1);
        bodywork.awaitCalm();

        bodywork.kill(Service.NOTIFICATION);
        try (MongoClient mongo = MongoClients.create(bodywork.databaseAddress())) {
            MongoDatabase store = mongo.getDatabase("notifications");
            Mono.from(store.drop()).block(PATIENCE);
            bodywork.awaitServing(Service.NOTIFICATION);
            Await.until("it knows the visit again", PATIENCE, () -> known(store, visit), known -> known > 0);
        }
        bodywork.awaitCalm();
        bodywork.moveTime(Duration.between(
                bodywork.businessTime(),
                visit.start().toInstant().minus(Duration.ofDays(1)).plusSeconds(60)));

        assertThat(Inbox.titles(inbox.await(client.phone(), 2)).getFirst()).contains("see you");
        bodywork.awaitCalm();
        assertThat(inbox.of(client.phone())).hasSize(2);
        assertThat(Inbox.titles(inbox.of(client.email())))
                .filteredOn(title -> title.startsWith("Confirmed: ") || title.startsWith("Reminder: "))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    private static long known(MongoDatabase store, Booked visit) {
        return Mono.from(store.getCollection("visits").countDocuments(Filters.eq("_id", visit.id())))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static void awaitTold(Client client, int turns) {
        inbox.await(client.email(), turns);
        inbox.await(client.phone(), turns);
    }

    private static DemoTherapist aTherapist(boolean instant) {
        return DemoListings.therapists().stream()
                .filter(therapist -> therapist.instant() == instant)
                .findFirst()
                .orElseThrow();
    }
}
