package org.bodywork.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bodywork.notifications.LedgerOverHttp.Row;
import org.bodywork.notifications.Town.Booking;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.devservices.inbox.MessageView;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people are told of freed time, of plans and of visits booked together. */
@WholeService
class CareOverTimeIT {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Duration A_QUARTER = Duration.ofMinutes(15);

    private final Town town;
    private final Messages messages;
    private final BusinessClock clock;
    private final LedgerOverHttp ledger;

    CareOverTimeIT(
            @Autowired Town town,
            @Autowired Messages messages,
            @Autowired BusinessClock clock,
            @LocalServerPort int port) {
        this.town = town;
        this.messages = messages;
        this.clock = clock;
        this.ledger = new LedgerOverHttp(port);
    }

    /** Offers do not go at night, whenever this runs. */
    @BeforeEach
    void byDay() {
        Instant noon = clock.now()
                .atZone(CHICAGO)
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.NOON)
                .atZone(CHICAGO)
                .toInstant();
        clock.moveTo(clock.offset().plus(Duration.between(clock.now(), noon)));
    }

    @Test
    void anOfferReachesTheProvidersAtOnceWithOneLinkToTakeIt() {
        Booking waiting = town.aBooking();
        Instant published = Instant.now();

        town.offered(waiting, 1, clock.now().plus(A_QUARTER));

        MessageView email = theOnly(waiting.email());
        MessageView text = theOnly(waiting.phone());
        Instant arrived = Stream.of(email, text)
                .map(MessageView::receivedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        System.out.printf(
                "an offer reached both providers %d ms after its event was published%n",
                Duration.between(published, arrived).toMillis());
        assertThat(email.subject()).startsWith("A time is free: ");
        assertThat(email.text()).contains(waiting.manageUrl()).contains("12:15 PM Central Time");
        assertThat(email.attachments()).isEmpty();
        assertThat(text.text()).contains("yours until 12:15 PM").contains(waiting.manageUrl());
        Await.until(
                "the ledger says so",
                () -> ledger.of(waiting),
                rows -> rows.size() == 2
                        && rows.stream().noneMatch(row -> row.state().equals("SENDING")));
        assertThat(ledger.of(waiting)).extracting(Row::kind).containsOnly("OFFER");
    }

    @Test
    void thatAnOfferWasTakenIsToldByNoMessage() {
        Booking waiting = town.aBooking();
        town.offered(waiting, 1, clock.now().plus(A_QUARTER));
        theOnly(waiting.email());

        town.offerTaken(waiting, 2);
        town.offered(waiting, 3, clock.now().plus(A_QUARTER));

        Await.until("the next offer arrives", () -> messages.to(waiting.email()), sent -> sent.size() == 2);
        assertThat(ledger.of(waiting)).extracting(Row::kind).containsOnly("OFFER");
    }

    @Test
    void aPlanIsToldByEmailWithoutATime() {
        Booking client = town.aBooking();

        town.planned(client, 1);

        MessageView email = theOnly(client.email());
        assertThat(email.subject()).isEqualTo("Your plan of visits at Maplewood Hands");
        assertThat(email.text()).contains(client.manageUrl()).doesNotContain("When:");
        Await.until(
                "it has ended",
                () -> ledger.of(client),
                rows -> rows.stream().anyMatch(row -> row.state().equals("SENT")));
        assertThat(ledger.of(client))
                .extracting(Row::name, Row::state)
                .containsExactly(tuple("PLAN_TO_AGREE EMAIL", "SENT"));
    }

    @Test
    void whoeverTreatsTheClientIsToldToLookAtAVisit() {
        Booking booking = town.aBooking();
        String account = UUID.randomUUID().toString();
        String june = "june-" + account + "@demo.example";
        town.worksHere(account, june, booking);
        town.confirmed(booking, 1);
        theOnly(june);

        town.needsAttention(booking, 1);

        List<MessageView> both = Await.until("the word arrives", () -> messages.to(june), sent -> sent.size() == 2);
        assertThat(both.getFirst().subject()).startsWith("Please look at a visit: ");
        assertThat(both.getFirst().text()).contains("http://localhost:8080/console");
    }

    @Test
    void visitsBookedTogetherAreConfirmedInOneMessage() {
        Booking first = town.aBooking();
        Booking second = first.another(7);
        Booking third = first.another(14);
        String series = UUID.randomUUID().toString();

        town.confirmedInSeries(third, series, 3, 3);
        town.confirmedInSeries(first, series, 1, 3);
        town.confirmedInSeries(second, series, 2, 3);

        MessageView email = theOnly(first.email());
        assertThat(email.subject()).isEqualTo("Confirmed: 3 visits at Maplewood Hands");
        assertThat(email.text()).contains("1: ", "2: ", "3: ");
        assertThat(theOnly(first.phone()).text()).startsWith("Maplewood Hands: 3 visits confirmed, first ");
        for (Booking other : List.of(second, third)) {
            Await.until(
                    "the other's rows say why they did not go",
                    () -> ledger.of(other),
                    rows -> rows.stream()
                                    .filter(row -> "TOLD_TOGETHER".equals(row.reason()))
                                    .count()
                            == 2);
        }
        assertThat(messages.to(first.email())).hasSize(1);
    }

    private MessageView theOnly(String recipient) {
        List<MessageView> all = Await.until("a message arrives", () -> messages.to(recipient), sent -> !sent.isEmpty());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
