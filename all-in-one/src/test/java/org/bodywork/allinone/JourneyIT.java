package org.bodywork.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.bodywork.allinone.SharedInstallation.Shared;
import org.bodywork.allinone.journey.Booked;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.Client;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.journey.Inbox;
import org.bodywork.allinone.journey.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole thread over processes, on the embedded database: what a new user sees first. */
@ExtendWith(SharedInstallation.class)
class JourneyIT {

    private static final Duration ONE_DAY = Duration.ofDays(1);

    private static Bodywork bodywork;
    private static Bookings bookings;
    private static Inbox inbox;

    @BeforeAll
    static void start(Shared shared) {
        bodywork = shared.bodywork();
        bookings = new Bookings(bodywork.site().bookings());
        inbox = new Inbox(bodywork.site().messages());
    }

    @Test
    void tellsTheClientEveryTurnOfAVisitOnce() {
        DemoTherapist therapist = aTherapist(false);
        Client client = Client.called("Robin Ferris");
        Booked visit = bookings.book(therapist, openingInThreeDays(therapist), client);
        assertThat(visit.status()).isEqualTo("REQUESTED");
        assertToldLast(client, 1, "Your request is with", "request received");

        String token = new Staff(bodywork.site().directory(), inbox).signIn(therapist.email());
        assertThat(bookings.accept(visit, token)).isEqualTo("CONFIRMED");
        assertToldLast(client, 2, "Confirmed: ", "visit confirmed");

        moveTimeTo(visit.start().toInstant().minus(ONE_DAY).plusSeconds(60));
        // The questions before the visit, which nobody answered, and the reminder.
        assertThat(Inbox.titles(inbox.await(client.email(), 4)))
                .filteredOn(title -> title.startsWith("Reminder: "))
                .hasSize(1);
        assertThat(Inbox.titles(inbox.await(client.phone(), 3)).getFirst()).contains("see you");

        assertThat(bookings.cancel(visit)).isEqualTo("CANCELLED_BY_CLIENT");
        assertThat(Inbox.titles(inbox.await(client.email(), 5)).getFirst()).startsWith("Cancelled: ");
        assertThat(Inbox.titles(inbox.await(client.phone(), 4)).getFirst()).contains("visit cancelled");

        bodywork.moveTime(ONE_DAY.multipliedBy(2));
        bodywork.awaitCalm();
        assertThat(Inbox.titles(inbox.of(client.email()))).hasSize(5);
        assertThat(Inbox.titles(inbox.of(client.phone()))).hasSize(4);
    }

    @Test
    void confirmsAtOnceWhereTheTherapistTrustsItsCalendar() {
        DemoTherapist therapist = aTherapist(true);
        Client client = Client.called("Casey Moran");

        Booked visit = bookings.book(therapist, openingInThreeDays(therapist), client);

        assertThat(visit.status()).isEqualTo("CONFIRMED");
        assertToldLast(client, 1, "Confirmed: ", "visit confirmed");
    }

    @Test
    void offersABookedTimeToNobodyElse() {
        DemoTherapist therapist = aTherapist(true);
        OffsetDateTime start = openingInThreeDays(therapist);

        bookings.book(therapist, start, Client.called("Sam Whitley"));

        assertThat(bookings.openings(therapist, start.toLocalDate(), 1))
                .isNotEmpty()
                .doesNotContain(start);
    }

    private static void assertToldLast(Client client, int count, String subject, String text) {
        List<String> mail = Inbox.titles(inbox.await(client.email(), count));
        List<String> texts = Inbox.titles(inbox.await(client.phone(), count));
        assertThat(mail).hasSize(count);
        assertThat(mail.getFirst()).startsWith(subject);
        assertThat(texts).hasSize(count);
        assertThat(texts.getFirst()).contains(text);
    }

    private static OffsetDateTime openingInThreeDays(DemoTherapist therapist) {
        return bookings.firstOpeningAfter(therapist, bodywork.businessTime().plus(ONE_DAY.multipliedBy(3)));
    }

    private static void moveTimeTo(Instant target) {
        bodywork.moveTime(Duration.between(bodywork.businessTime(), target));
    }

    private static DemoTherapist aTherapist(boolean instant) {
        return DemoListings.therapists().stream()
                .filter(therapist -> therapist.instant() == instant)
                .findFirst()
                .orElseThrow();
    }
}
