package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.CANCELLATION;
import static org.bodywork.notifications.notification.domain.MessageKind.CONFIRMATION;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.MessageKind.REQUEST_RECEIVED;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aRequestedVisit;

import java.time.Duration;
import java.util.List;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.Test;

class PlanMessagesTest {

    private final World world = new World();

    @Test
    void changesNothingWhenTheSameEventComesTwice() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();
        List<Notification> before = world.ledger.all();

        world.clock.advance(Duration.ofMinutes(5));
        world.hears(What.CONFIRMED, aConfirmedVisit());

        assertThat(world.ledger.all()).isEqualTo(before);
    }

    @Test
    void remindsNobodyWhoIsThereAlready() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();

        world.hears(
                What.CHECKED_IN, aConfirmedVisit().now(VisitStatus.CHECKED_IN).atSequence(2));

        assertThat(world.messages(REMINDER))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.OVERTAKEN, World.BOOKED_AT));
    }

    @Test
    void changesNothingWhenAnOlderEventComesLate() {
        world.hears(What.CONFIRMED, aConfirmedVisit().atSequence(2));
        List<Notification> before = world.ledger.all();

        world.hears(What.REQUESTED, aRequestedVisit().atSequence(1));

        assertThat(world.ledger.all()).isEqualTo(before);
        assertThat(world.messages(REQUEST_RECEIVED)).isEmpty();
    }

    @Test
    void saysAtOnceWhyNoReminderOfACancelledVisitWillCome() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();

        world.hears(
                What.CANCELLED,
                aConfirmedVisit().now(VisitStatus.CANCELLED_BY_CLIENT).atSequence(2));

        assertThat(world.messages(REMINDER))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.CANCELLED, World.BOOKED_AT));
        assertThat(world.messages(CANCELLATION)).hasSize(2);
    }

    @Test
    void plansTheReminderAnewWhenTheVisitMoves() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();

        world.hears(
                What.CONFIRMED,
                aConfirmedVisit().movedTo(START.plus(Duration.ofDays(1))).atSequence(2));

        assertThat(world.messages(REMINDER))
                .hasSize(4)
                .filteredOn(Notification::isPlanned)
                .hasSize(2);
        assertThat(world.messages(REMINDER))
                .filteredOn(message -> !message.isPlanned())
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.MOVED, World.BOOKED_AT));
    }

    @Test
    void leavesWhatWasSentAlone() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();
        List<Notification> sent = world.messages(CONFIRMATION);

        world.hears(
                What.CANCELLED,
                aConfirmedVisit().now(VisitStatus.CANCELLED_BY_THERAPIST).atSequence(2));

        assertThat(world.messages(CONFIRMATION)).isEqualTo(sent);
    }
}
