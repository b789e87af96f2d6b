package org.bodywork.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bodywork.notifications.LedgerOverHttp.Row;
import org.bodywork.notifications.Town.Booking;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.devservices.inbox.MessageView;
import org.bodywork.platform.devservices.mail.MailFault;
import org.bodywork.platform.devservices.sms.SmsFault;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeService
class JourneyIT {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final Town town;
    private final Messages messages;
    private final BusinessClock clock;
    private final LedgerOverHttp ledger;

    JourneyIT(
            @Autowired Town town,
            @Autowired Messages messages,
            @Autowired BusinessClock clock,
            @LocalServerPort int port) {
        this.town = town;
        this.messages = messages;
        this.clock = clock;
        this.ledger = new LedgerOverHttp(port);
    }

    @Test
    void confirmsByEmailAndTextAndHearsOfTheDelivery() {
        Booking booking = town.aBooking();

        town.confirmed(booking, 1);

        MessageView email = theOnly(booking.email());
        assertThat(email.text()).contains("Your visit is confirmed.").contains(booking.manageUrl());
        assertThat(email.html()).contains(booking.manageUrl());
        assertThat(email.from()).contains("no-reply@bodywork.example");
        assertThat(theOnly(booking.phone()).text()).startsWith("Maplewood Hands: visit confirmed, ");
        awaitState(booking, "CONFIRMATION SMS", "DELIVERED");
        awaitState(booking, "CONFIRMATION EMAIL", "SENT");
        assertThat(ledger.stateOf(booking)).containsEntry("REMINDER SMS", "PLANNED");
    }

    @Test
    void tellsOthersWhatBecameOfEachMessage() {
        Booking booking = town.aBooking();
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "deliveries")) {
            town.confirmed(booking, 1);

            var sent = probe.await(
                    "deliveries",
                    event -> event.text("/appointmentId").equals(booking.id())
                            && event.text("/channel").equals("EMAIL"));

            EventContract.of("org.bodywork.notification.delivery.v1").assertFits(sent.value());
            assertThat(sent.key()).isEqualTo(booking.id());
            assertThat(sent.text("/state")).isEqualTo("SENT");
            assertThat(sent.value()).doesNotContain(booking.email());
        }
    }

    @Test
    void tellsNothingTwiceWhenEventsComeAgainOrLate() {
        Booking booking = town.aBooking();
        town.confirmed(booking, 2);
        theOnly(booking.email());
        theOnly(booking.phone());

        town.confirmed(booking, 2);
        town.requested(booking, 1);
        town.cancelled(booking, 3);

        Await.until("the cancellation is sent", () -> messages.to(booking.email()), sent -> sent.size() > 1);
        assertThat(messages.to(booking.email())).hasSize(2);
        assertThat(ledger.stateOf(booking).keySet()).noneMatch(row -> row.startsWith("REQUEST_RECEIVED"));
    }

    @Test
    void remindsADayBefore() {
        Booking booking = town.aBooking();
        town.confirmed(booking, 1);
        theOnly(booking.email());

        clock.moveTo(clock.offset()
                .plus(Duration.between(clock.now(), booking.start().minus(A_DAY))));

        awaitState(booking, "REMINDER SMS", "DELIVERED");
        awaitState(booking, "REMINDER EMAIL", "SENT");
        assertThat(messages.to(booking.phone())).hasSize(2);
        assertThat(messages.to(booking.email()).getFirst().subject()).startsWith("Reminder: ");
    }

    @Test
    void sendsNoReminderOfACancelledVisitAndSaysWhy() {
        Booking booking = town.aBooking();
        town.confirmed(booking, 1);
        theOnly(booking.email());
        town.cancelled(booking, 2);
        awaitState(booking, "CANCELLATION EMAIL", "SENT");

        clock.moveTo(clock.offset()
                .plus(Duration.between(clock.now(), booking.start().minus(A_DAY))));

        assertThat(ledger.of(booking))
                .filteredOn(row -> row.kind().equals("REMINDER"))
                .extracting(Row::state, Row::reason)
                .containsOnly(tuple("SKIPPED", "CANCELLED"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_AFTER_ACCEPT", "TIMEOUT_AFTER_ACCEPT", "ERROR_BEFORE", "TOO_MANY", "REPEATED_CALLBACK"})
    void textsExactlyOnceHoweverTwilioFails(SmsFault fault) {
        Booking booking = town.aBooking();
        messages.smsFaults().order(fault, 1, booking.phone());

        town.confirmed(booking, 1);

        awaitState(booking, "CONFIRMATION SMS", "DELIVERED");
        assertThat(messages.to(booking.phone())).hasSize(1);
        assertThat(ledger.row(booking, "CONFIRMATION SMS").possibleRepeat()).isFalse();
    }

    @Test
    void saysWhyWhoOptedOutGetsNoText() {
        Booking booking = town.aBooking();
        messages.smsFaults().order(SmsFault.OPTED_OUT, 1, booking.phone());

        town.confirmed(booking, 1);

        awaitState(booking, "CONFIRMATION SMS", "FAILED");
        assertThat(ledger.row(booking, "CONFIRMATION SMS").reason()).isEqualTo("OPTED_OUT");
        town.cancelled(booking, 2);
        awaitState(booking, "CANCELLATION SMS", "SKIPPED");
        assertThat(messages.to(booking.phone())).isEmpty();
    }

    @Test
    void saysThatATextDidNotArrive() {
        Booking booking = town.aBooking();
        messages.smsFaults().order(SmsFault.UNDELIVERED, 1, booking.phone());

        town.confirmed(booking, 1);

        awaitState(booking, "CONFIRMATION SMS", "FAILED");
        assertThat(ledger.row(booking, "CONFIRMATION SMS").reason()).isEqualTo("UNDELIVERED");
    }

    @Test
    void emailsAgainWhenTheServerCouldNotTakeIt() {
        Booking booking = town.aBooking();
        messages.mailFaults().order(MailFault.TEMPFAIL, 1, booking.email());

        town.confirmed(booking, 1);

        awaitState(booking, "CONFIRMATION EMAIL", "SENT");
        assertThat(messages.to(booking.email())).hasSize(1);
        assertThat(ledger.row(booking, "CONFIRMATION EMAIL").possibleRepeat()).isFalse();
    }

    @Test
    void marksAnEmailThatMayHaveArrivedTwice() {
        Booking booking = town.aBooking();
        messages.mailFaults().order(MailFault.DROP_AFTER_ACCEPT, 1, booking.email());

        town.confirmed(booking, 1);

        awaitState(booking, "CONFIRMATION EMAIL", "SENT");
        Set<String> ids = messages.to(booking.email()).stream()
                .map(MessageView::messageId)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(ledger.row(booking, "CONFIRMATION EMAIL").possibleRepeat()).isTrue();
    }

    @Test
    void givesUpAnAddressTheServerRefuses() {
        Booking booking = town.aBooking();
        messages.mailFaults().order(MailFault.REFUSE, 1, booking.email());

        town.confirmed(booking, 1);

        awaitState(booking, "CONFIRMATION EMAIL", "FAILED");
        assertThat(ledger.row(booking, "CONFIRMATION EMAIL").reason()).isEqualTo("BAD_ADDRESS");
    }

    @Test
    void emailsASignInCodeAtOnce() {
        String address = UUID.randomUUID() + "@demo.example";

        town.codeIssued(address, "402917", Instant.now().plusSeconds(600));

        MessageView email = theOnly(address);
        assertThat(email.subject()).isEqualTo("Your sign-in code: 402917");
        assertThat(email.text()).contains("402917");
    }

    @Test
    void showsTheLedgerToTheOwnPracticeOnly() {
        Booking booking = town.aBooking();
        town.confirmed(booking, 1);
        theOnly(booking.email());

        assertThat(ledger.statusFor(booking, TestTokens.managerOf(Town.PRACTICE)))
                .isEqualTo(200);
        assertThat(ledger.statusFor(
                        booking, TestTokens.managerOf(UUID.randomUUID().toString())))
                .isEqualTo(404);
        assertThat(ledger.statusFor(booking, "nonsense")).isEqualTo(401);
        assertThat(ledger.bodyFor(booking)).contains("\"a***@example.com\"").doesNotContain(booking.email());
    }

    private MessageView theOnly(String recipient) {
        List<MessageView> all = Await.until("a message arrives", () -> messages.to(recipient), sent -> !sent.isEmpty());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void awaitState(Booking booking, String row, String state) {
        Await.until(
                row + " is " + state,
                () -> ledger.stateOf(booking),
                (Map<String, String> states) -> state.equals(states.get(row)));
    }
}
