package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.CONFIRMATION;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.notification.application.ProviderInMemory.Mood;
import org.bodywork.notifications.notification.domain.AppointmentNow;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Expired;
import org.bodywork.notifications.notification.domain.Progress.Failed;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.Test;

class SendMessageTest {

    private static final Instant REMINDER_TIME = START.minus(Duration.ofHours(24));

    private final World world = new World();

    @Test
    void confirmsAtOnceAndRemindsWhenItIsTime() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();
        assertThat(world.provider.texts()).extracting(TextMessage::body).containsExactly("CONFIRMATION " + START);

        world.clock.set(REMINDER_TIME.minusMillis(1));
        world.sendsWhatIsDue();
        assertThat(world.provider.texts()).hasSize(1);

        world.clock.set(REMINDER_TIME);
        world.sendsWhatIsDue();
        assertThat(world.provider.texts()).extracting(TextMessage::body).contains("REMINDER " + START);
        assertThat(world.provider.emails()).hasSize(2);
    }

    @Test
    void asksTheOwnerBeforeRemindersAndNotBeforeNews() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();
        assertThat(world.questionsToOwner()).isZero();

        world.clock.set(REMINDER_TIME);
        world.sendsWhatIsDue();
        assertThat(world.questionsToOwner()).isEqualTo(2);
    }

    @Test
    void sendsNoReminderWhenTheOwnerSaysTheVisitIsOff() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();
        world.ownerSays(new AppointmentNow(VisitStatus.CANCELLED_BY_CLIENT, START));

        world.clock.set(REMINDER_TIME);
        world.sendsWhatIsDue();

        assertThat(world.provider.texts()).hasSize(1);
        assertThat(world.messages(REMINDER))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.CANCELLED, REMINDER_TIME));
    }

    @Test
    void asksTheProviderInsteadOfSendingAgainWhenTheAnswerWasLost() {
        world.provider.next(Mood.TAKES, Mood.TAKES_AND_ANSWER_IS_LOST);
        world.hears(What.CONFIRMED, aConfirmedVisit());

        world.keepsTrying(Duration.ofMinutes(5));

        assertThat(world.provider.texts()).hasSize(1);
        Notification message = world.message(CONFIRMATION, Channel.SMS);
        assertThat(message.progress()).isInstanceOf(Sent.class);
        assertThat(message.possibleRepeat()).isFalse();
    }

    @Test
    void sendsAgainWhatTheProviderNeverGot() {
        world.provider.next(Mood.TAKES, Mood.LOSES_MESSAGE_AND_ANSWER);
        world.hears(What.CONFIRMED, aConfirmedVisit());

        world.keepsTrying(Duration.ofMinutes(5));

        assertThat(world.provider.texts()).hasSize(1);
        assertThat(world.message(CONFIRMATION, Channel.SMS).possibleRepeat()).isFalse();
    }

    @Test
    void neverSendsAgainWhileTheProviderDoesNotSayWhatItHas() {
        world.provider.next(Mood.TAKES, Mood.TAKES_AND_ANSWER_IS_LOST);
        world.provider.answersQuestions(false);
        world.hears(What.CONFIRMED, aConfirmedVisit());

        world.keepsTrying(Duration.ofHours(25));

        assertThat(world.provider.texts()).hasSize(1);
        assertThat(world.message(CONFIRMATION, Channel.SMS).progress())
                .isInstanceOfSatisfying(
                        Expired.class, expired -> assertThat(expired.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN));
    }

    @Test
    void repeatsAnEmailUnderTheSameMessageIdAndMarksIt() {
        world.provider.next(Mood.TAKES_AND_ANSWER_IS_LOST);
        world.hears(What.CONFIRMED, aConfirmedVisit());

        world.keepsTrying(Duration.ofMinutes(5));

        assertThat(world.provider.emails()).hasSize(2);
        assertThat(world.provider.emails())
                .extracting(EmailMessage::id)
                .containsOnly(world.message(CONFIRMATION, Channel.EMAIL).id().value());
        assertThat(world.message(CONFIRMATION, Channel.EMAIL).possibleRepeat()).isTrue();
    }

    @Test
    void waitsForABusyProvider() {
        world.provider.next(Mood.IS_BUSY, Mood.IS_BUSY, Mood.IS_BUSY);
        world.hears(What.CONFIRMED, aConfirmedVisit());

        world.sendsWhatIsDue();
        assertThat(world.provider.texts()).isEmpty();

        world.keepsTrying(Duration.ofMinutes(5));
        assertThat(world.provider.texts()).hasSize(1);
        assertThat(world.provider.emails()).hasSize(1);
    }

    @Test
    void writesToNobodyWhoOptedOutAtTheProvider() {
        world.provider.next(Mood.TAKES, Mood.SAYS_OPTED_OUT);
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();
        assertThat(world.message(CONFIRMATION, Channel.SMS).progress())
                .isEqualTo(new Failed(Reason.OPTED_OUT, World.BOOKED_AT));

        world.clock.set(REMINDER_TIME);
        world.sendsWhatIsDue();

        assertThat(world.provider.texts()).isEmpty();
        assertThat(world.message(REMINDER, Channel.SMS).progress())
                .isEqualTo(new Skipped(Reason.OPTED_OUT, REMINDER_TIME));
        assertThat(world.message(REMINDER, Channel.EMAIL).progress()).isInstanceOf(Sent.class);
    }

    @Test
    void givesUpNewsADayOld() {
        world.hears(What.CONFIRMED, aConfirmedVisit());

        world.clock.advance(Duration.ofHours(24));
        world.sendsWhatIsDue();

        assertThat(world.provider.texts()).isEmpty();
        assertThat(world.message(CONFIRMATION, Channel.SMS).progress())
                .isEqualTo(new Expired(Reason.TOO_LATE, world.clock.instant()));
    }

    @Test
    void sendsNothingTwiceWhenTwoWorkersHoldTheSameClaim() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        Notification stale = world.message(CONFIRMATION, Channel.SMS);
        world.sendsWhatIsDue();

        world.sends(stale);

        assertThat(world.provider.texts()).hasSize(1);
    }
}
