package org.bodywork.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bodywork.notifications.Town.Booking;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.devservices.inbox.MessageView;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What those who look after visits are told. */
@WholeService
class StaffJourneyIT {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final Town town;
    private final Messages messages;
    private final BusinessClock clock;
    private final String account = UUID.randomUUID().toString();
    private final String email = "june-" + account + "@demo.example";

    StaffJourneyIT(@Autowired Town town, @Autowired Messages messages, @Autowired BusinessClock clock) {
        this.town = town;
        this.messages = messages;
        this.clock = clock;
    }

    @Test
    void askForAnAnswerBehindALinkOfTheirOwn() {
        Booking booking = town.aBooking().answeredBy(account, "a".repeat(43));
        town.worksHere(account, email, booking);
        town.requested(booking, 1);

        assertThat(theOnly().text())
                .contains("http://localhost:8080/answer/" + "a".repeat(43))
                .contains("Client: Ana Lopez");
    }

    @Test
    void hearInTheMorningOfAllVisitsOfTheDay() {
        Booking booking = town.aBooking();
        town.worksHere(account, email, booking);
        town.confirmed(booking, 1);
        assertThat(theOnly().subject()).startsWith("New visit: ");

        moveTo(booking.start()
                .atZone(CHICAGO)
                .toLocalDate()
                .atTime(LocalTime.of(7, 0))
                .atZone(CHICAGO)
                .toInstant());

        List<MessageView> both = Await.until("the agenda comes", () -> messages.to(email), sent -> sent.size() == 2);
        assertThat(both).anySatisfy(agenda -> {
            assertThat(agenda.subject()).startsWith("Your visits today, ");
            assertThat(agenda.text()).contains("12:00 PM Central Time: Ana Lopez");
        });
    }

    @Test
    void areWarnedOfACredentialThatExpires() {
        town.credentialExpires(account, email);

        assertThat(theOnly().subject()).startsWith("A license expires on ");
    }

    private void moveTo(Instant time) {
        clock.moveTo(clock.offset().plus(Duration.between(clock.now(), time)));
    }

    private MessageView theOnly() {
        return Await.until("a message arrives", () -> messages.to(email), sent -> sent.size() == 1)
                .getFirst();
    }
}
