package org.bodywork.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.bodywork.allinone.journey.Booked;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.Client;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.journey.Inbox;
import org.bodywork.allinone.journey.Staff;
import org.bodywork.platform.testing.needs.Machine;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service dies in the middle of a visit, and the visit still ends right; on a real mongod. */
@Needs(Need.MONGOD)
class KilledServicesIT {

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
        DemoTherapist therapist = aTherapistWhoAnswersRequests();
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

    private static void awaitTold(Client client, int turns) {
        inbox.await(client.email(), turns);
        inbox.await(client.phone(), turns);
    }

    private static DemoTherapist aTherapistWhoAnswersRequests() {
        return DemoListings.therapists().stream()
                .filter(therapist -> !therapist.instant())
                .findFirst()
                .orElseThrow();
    }
}
