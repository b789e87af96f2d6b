package org.bodywork.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bodywork.notifications.LedgerOverHttp.Row;
import org.bodywork.notifications.Town.Booking;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.devservices.inbox.MessageView;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What those who look after visits are told. */
@WholeService
class StaffJourneyIT {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final Town town;
    private final Messages messages;
    private final BusinessClock clock;
    private final LedgerOverHttp ledger;
    private final String account = UUID.randomUUID().toString();
    private final String email = "june-" + account + "@demo.example";

    StaffJourneyIT(
            @Autowired Town town,
            @Autowired Messages messages,
            @Autowired BusinessClock clock,
            @LocalServerPort int port) {
        this.ledger = new LedgerOverHttp(port);
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
        assertThat(ledger.of(booking)).extracting(Row::kind, Row::state).contains(tuple("AGENDA", "SENT"));
        assertThat(ledger.lettersTo(account))
                .extracting(Row::kind, Row::state)
                .containsExactly(tuple("AGENDA", "SENT"));
    }

    /** Every row says how far it came, and one that will not go says why. */
    @Test
    void readARowForEachPlannedMessageWithItsStateAndReason() {
        Booking booking = town.aBooking();
        town.worksHere(account, email, booking);
        town.confirmed(booking, 1);
        theOnly();
        town.cancelled(booking, 2);

        List<Row> rows = Await.until(
                "all has ended",
                () -> ledger.of(booking),
                all -> all.stream().map(Row::name).toList().contains("VISIT_CANCELLED EMAIL")
                        && all.stream()
                                .noneMatch(row ->
                                        Set.of("PLANNED", "HELD", "SENDING").contains(row.state())
                                                && !row.kind().equals("AGENDA")));

        assertThat(rows)
                .extracting(Row::name, Row::state, Row::reason)
                .contains(
                        tuple("NEW_BOOKING EMAIL", "SENT", null),
                        tuple("CONFIRMATION EMAIL", "SENT", null),
                        tuple("REMINDER SMS", "SKIPPED", "CANCELLED"),
                        tuple("CANCELLATION EMAIL", "SENT", null),
                        tuple("AGENDA EMAIL", "PLANNED", null));
        assertThat(rows)
                .filteredOn(
                        row -> Set.of("SKIPPED", "FAILED", "EXPIRED", "HELD").contains(row.state()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.reason()).isNotNull());
    }

    @Test
    void seeTheLettersOfTheirOwnPracticeOnlyAndAskForOneThing() {
        Booking booking = town.aBooking();
        town.worksHere(account, email, booking);
        town.credentialExpires(account, email);
        theOnly();

        Await.until(
                "the warning is in the ledger",
                () -> ledger.lettersTo(account),
                letters -> letters.stream().anyMatch(row -> row.state().equals("SENT")));
        assertThat(ledger.lettersTo(account)).extracting(Row::kind).containsExactly("CREDENTIAL_EXPIRING");
        assertThat(ledger.statusOf(
                        "?accountId=" + account,
                        TestTokens.managerOf(UUID.randomUUID().toString())))
                .isEqualTo(404);
        String manager = TestTokens.managerOf(Town.PRACTICE);
        assertThat(ledger.statusOf("", manager)).isEqualTo(400);
        assertThat(ledger.statusOf("?accountId=" + account + "&appointmentId=" + booking.id(), manager))
                .isEqualTo(400);
        assertThat(ledger.statusOf("?accountId=june", manager)).isEqualTo(400);
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
