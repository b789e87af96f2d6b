package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.notifications.notification.domain.MessageKind.CANCELLATION;
import static org.bodywork.notifications.notification.domain.MessageKind.CONFIRMATION;
import static org.bodywork.notifications.notification.domain.MessageKind.DECLINED;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.notification.application.ProviderInMemory.Mood;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageRule;
import org.bodywork.notifications.notification.domain.MessageRule.Reach;
import org.bodywork.notifications.notification.domain.MessageRules;
import org.bodywork.notifications.notification.domain.Messages;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Planned;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Timing;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.Test;

/** What people complain of who are reminded by other systems. */
class ComplaintsTest {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final World world = new World();

    @Test
    void aReminderAfterACancel() {
        isConfirmed();
        world.hears(
                What.CANCELLED,
                aConfirmedVisit().now(VisitStatus.CANCELLED_BY_CLIENT).atSequence(2));
        world.clock.set(START.minus(A_DAY));
        world.sendsWhatIsDue();

        assertThat(world.provider.texts()).extracting(TextMessage::body).noneMatch(text -> text.startsWith("REMINDER"));
    }

    @Test
    void aReminderWithTheOldTime() {
        isConfirmed();
        world.hears(What.MOVED, aConfirmedVisit().movedTo(START.plus(A_DAY)).atSequence(2));
        world.clock.set(START);
        world.sendsWhatIsDue();

        assertThat(world.provider.texts())
                .extracting(TextMessage::body)
                .filteredOn(text -> text.startsWith("REMINDER"))
                .containsExactly("REMINDER " + START.plus(A_DAY));
    }

    @Test
    void noReminderAnyMoreForAVisitMovedAwayAndBack() {
        isConfirmed();
        world.hears(What.MOVED, aConfirmedVisit().movedTo(START.plus(A_DAY)).atSequence(2));
        world.hears(
                What.MOVED,
                aConfirmedVisit().movedTo(START.plus(A_DAY)).movedTo(START).atSequence(3));
        world.clock.set(START.minus(A_DAY));
        world.sendsWhatIsDue();

        assertThat(world.provider.texts())
                .extracting(TextMessage::body)
                .filteredOn(text -> text.startsWith("REMINDER"))
                .containsExactly("REMINDER " + START);
    }

    @Test
    void severalMailsForOneCancel() {
        isConfirmed();
        for (int time = 0; time < 4; time++) {
            world.hears(
                    What.CANCELLED,
                    aConfirmedVisit().now(VisitStatus.CANCELLED_BY_THERAPIST).atSequence(2));
            world.sendsWhatIsDue();
        }

        assertThat(world.provider.emails()).hasSize(2);
        assertThat(world.messages(CANCELLATION)).hasSize(2);
        assertThat(world.messages(DECLINED)).isEmpty();
    }

    @Test
    void aReminderThatWasNeverPlannedAndNobodyNoticed() {
        world.rules = MessageRules.of(
                List.of(new MessageRule(MessageKind.REMINDER, new Timing.BeforeStart(A_DAY), List.of(), Reach.ALL)));
        isConfirmed();
        assertThat(world.messages(REMINDER)).isEmpty();
        world.rules = Messages.A_DAY_BEFORE;

        assertThat(world.mends(aConfirmedVisit()).planned()).isEqualTo(2);
        assertThat(world.mends(aConfirmedVisit()).differences()).isZero();
        assertThat(world.messages(REMINDER)).hasSize(2).allMatch(Notification::isPlanned);
    }

    /** The clocks go forward in the night before the visit at six: 24 hours before it would be five. */
    @Test
    void aDayBeforeReckonedAsTwentyFourHoursAcrossAChangeOfTheClocks() {
        remindingAt(new Timing.DaysBefore(1, LocalTime.of(18, 0)));
        Instant sixInTheEvening = Instant.parse("2027-03-14T00:00:00Z");
        isConfirmedFor(Instant.parse("2027-03-14T23:00:00Z"), sixInTheEvening.minus(A_DAY));

        world.clock.set(sixInTheEvening.minusSeconds(1));
        world.sendsWhatIsDue();
        assertThat(remindersSent()).isEmpty();

        world.clock.set(sixInTheEvening);
        world.sendsWhatIsDue();
        assertThat(remindersSent()).hasSize(1);
    }

    @Test
    void aReminderAtThreeInTheMorning() {
        remindingAt(new Timing.BeforeStart(Duration.ofHours(2)));
        Instant nineInTheEvening = Instant.parse("2026-11-24T03:00:00Z");
        Instant fiveInTheMorning = Instant.parse("2026-11-24T11:00:00Z");
        isConfirmedFor(fiveInTheMorning, START.minus(Duration.ofDays(2)));

        for (Instant at = world.clock.instant(); at.isBefore(nineInTheEvening); at = at.plus(Duration.ofMinutes(10))) {
            world.clock.set(at);
            world.sendsWhatIsDue();
        }
        assertThat(remindersSent()).hasSize(1);

        world.clock.set(nineInTheEvening);
        world.keepsTrying(Duration.ofHours(8));
        assertThat(remindersSent()).hasSize(1);
    }

    @Test
    void aReminderNeverSentBecauseTheProcessDiedBetweenTheWriteAndTheQueue() {
        for (int step = 1; step <= 5; step++) {
            World killed = new World();
            killed.death.after(step);
            assertThatThrownBy(() -> killed.hears(What.CONFIRMED, aConfirmedVisit()))
                    .isInstanceOf(Death.Died.class);
            killed.death.after(Integer.MAX_VALUE);

            killed.hears(What.CONFIRMED, aConfirmedVisit());
            killed.clock.set(START.minus(A_DAY));
            killed.sendsWhatIsDue();

            assertThat(killed.messages(REMINDER)).hasSize(2).allMatch(message -> message.progress() instanceof Sent);
        }
    }

    @Test
    void aTextThatCameTwiceBecauseTheAnswerWasLost() {
        world.provider.next(Mood.TAKES, Mood.TAKES_AND_ANSWER_IS_LOST);
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.keepsTrying(Duration.ofMinutes(10));

        assertThat(world.provider.texts()).hasSize(1);
    }

    @Test
    void aTextAfterAnOptOutThatOnlyTheProviderKnew() {
        world.provider.next(Mood.TAKES, Mood.SAYS_OPTED_OUT);
        isConfirmed();
        world.clock.set(START.minus(A_DAY));
        world.sendsWhatIsDue();

        assertThat(world.provider.texts()).isEmpty();
        assertThat(world.message(REMINDER, Channel.SMS).progress())
                .isEqualTo(new Skipped(Reason.OPTED_OUT, START.minus(A_DAY)));
        assertThat(world.message(REMINDER, Channel.EMAIL).progress()).isInstanceOf(Sent.class);
    }

    @Test
    void moreTextsADayThanAnybodyWants() {
        isConfirmed();
        world.cap = Reason.DAILY_CAP;
        world.clock.set(START.minus(A_DAY));
        world.sendsWhatIsDue();

        assertThat(world.message(REMINDER, Channel.SMS).progress())
                .isEqualTo(new Skipped(Reason.DAILY_CAP, START.minus(A_DAY)));
        assertThat(world.message(REMINDER, Channel.EMAIL).progress()).isInstanceOf(Sent.class);
    }

    @Test
    void aReminderOfWhatWasCancelledWhileNewsWaitedUnread() {
        isConfirmed();
        world.clock.set(START.minus(A_DAY));
        world.behind = true;
        world.sendsWhatIsDue();
        assertThat(world.messages(REMINDER)).extracting(Notification::progress).containsOnly(new Planned());

        world.behind = false;
        world.clock.advance(Duration.ofMinutes(1));
        world.sendsWhatIsDue();

        assertThat(world.messages(REMINDER)).allMatch(message -> message.progress() instanceof Sent);
    }

    private void remindingAt(Timing time) {
        world.rules =
                MessageRules.of(List.of(new MessageRule(MessageKind.REMINDER, time, List.of(Channel.SMS), Reach.ALL)));
    }

    private void isConfirmedFor(Instant start, Instant bookedAt) {
        world.clock.set(bookedAt);
        world.hears(What.CONFIRMED, aConfirmedVisit().startingAt(start));
        world.sendsWhatIsDue();
    }

    private List<TextMessage> remindersSent() {
        return world.provider.texts().stream()
                .filter(text -> text.body().startsWith("REMINDER"))
                .toList();
    }

    private void isConfirmed() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();
        assertThat(world.messages(CONFIRMATION)).isNotEmpty();
    }
}
