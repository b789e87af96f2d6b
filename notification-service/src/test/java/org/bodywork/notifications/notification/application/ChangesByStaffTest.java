package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.CANCELLATION;
import static org.bodywork.notifications.notification.domain.MessageKind.CHANGED;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.VisitBuilder;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff often change a visit several times in a row. */
class ChangesByStaffTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final World world = new World();

    @BeforeEach
    void isTold() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();
    }

    @Test
    void areToldOnceTheyHaveRestedForTwoMinutes() {
        world.hears(What.MOVED, moved(1, 2));
        world.clock.advance(A_MINUTE.plusSeconds(59));
        world.sendsWhatIsDue();
        assertThat(world.messages(CHANGED)).hasSize(2).allMatch(Notification::isPlanned);

        world.clock.advance(Duration.ofSeconds(1));
        world.sendsWhatIsDue();

        assertThat(world.messages(CHANGED)).allMatch(message -> message.progress() instanceof Sent);
    }

    @Test
    void areToldInOneMessageThatStatesWhatIsDifferent() {
        world.hears(What.MOVED, moved(1, 2));
        world.clock.advance(A_MINUTE);
        world.hears(What.MOVED, moved(2, 3));
        world.clock.advance(A_MINUTE);
        world.sendsWhatIsDue();
        assertThat(world.provider.texts()).hasSize(1);

        world.clock.advance(A_MINUTE);
        world.sendsWhatIsDue();

        assertThat(world.provider.texts()).hasSize(2);
        assertThat(world.provider.texts().getLast().body())
                .isEqualTo("CHANGED " + START.plus(Duration.ofHours(2)) + " was " + START);
    }

    @Test
    void areNotToldWhenTheyWereTakenBack() {
        world.hears(What.MOVED, moved(1, 2));
        world.clock.advance(A_MINUTE);
        world.hears(What.MOVED, moved(0, 3));
        world.clock.advance(A_MINUTE.multipliedBy(3));
        world.sendsWhatIsDue();

        assertThat(world.provider.texts()).hasSize(1);
        assertThat(world.message(CHANGED, Channel.EMAIL).progress())
                .isEqualTo(new Skipped(Reason.MOVED, World.BOOKED_AT.plus(A_MINUTE)));
        assertThat(world.messages(CHANGED).getLast().progress())
                .isInstanceOfSatisfying(
                        Skipped.class, skipped -> assertThat(skipped.reason()).isEqualTo(Reason.NOTHING_NEW));
    }

    @Test
    void giveWayToACancellation() {
        world.hears(What.MOVED, moved(1, 2));
        world.hears(
                What.CANCELLED,
                moved(1, 2).now(VisitStatus.CANCELLED_BY_THERAPIST).atSequence(3));
        world.clock.advance(A_MINUTE.multipliedBy(3));
        world.sendsWhatIsDue();

        assertThat(world.messages(CHANGED))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.CANCELLED, World.BOOKED_AT));
        assertThat(world.messages(CANCELLATION)).allMatch(message -> message.progress() instanceof Sent);
    }

    @Test
    void costNoReminderThatWasDueBeforeTheyWereTakenBack() {
        world.clock.set(START.minus(A_DAY).minus(A_MINUTE));
        world.hears(What.MOVED, moved(1, 2));
        world.clock.advance(A_MINUTE.multipliedBy(2));
        world.hears(What.MOVED, moved(0, 3));

        world.keepsTrying(Duration.ofMinutes(6));

        assertThat(reminders()).hasSize(2).allMatch(message -> message.about().timeRevision() == 3);
    }

    @Test
    void repeatNoReminderThatHadGoneBeforeTheyWereMadeAndTakenBack() {
        world.clock.set(START.minus(A_DAY));
        world.sendsWhatIsDue();
        world.clock.advance(Duration.ofHours(5));
        world.hears(What.MOVED, moved(1, 2));
        world.hears(What.MOVED, moved(0, 3));

        world.keepsTrying(Duration.ofMinutes(6));

        assertThat(reminders()).hasSize(2).allMatch(message -> message.about().timeRevision() == 1);
    }

    @Test
    void thatStandAreFollowedByNoReminderRightAway() {
        world.clock.set(START.minus(A_DAY));
        world.hears(What.MOVED, moved(1, 2));

        world.keepsTrying(Duration.ofHours(2));

        assertThat(reminders()).isEmpty();
        assertThat(world.messages(REMINDER))
                .filteredOn(message -> message.about().timeRevision() == 2)
                .extracting(Notification::progress)
                .allSatisfy(progress -> assertThat(progress)
                        .isInstanceOfSatisfying(
                                Skipped.class,
                                skipped -> assertThat(skipped.reason()).isEqualTo(Reason.TOO_CLOSE_TO_CONFIRMATION)));
    }

    private List<Notification> reminders() {
        return world.messages(REMINDER).stream()
                .filter(message -> message.progress() instanceof Sent)
                .toList();
    }

    private static VisitBuilder moved(int hours, int sequence) {
        VisitBuilder visit = aConfirmedVisit();
        for (int move = 1; move < sequence; move++) {
            visit.movedTo(START.plus(Duration.ofHours(hours)));
        }
        return visit.atSequence(sequence);
    }
}
