package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.CANCELLATION;
import static org.bodywork.notifications.notification.domain.MessageKind.CHANGED;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
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

    private static VisitBuilder moved(int hours, int sequence) {
        VisitBuilder visit = aConfirmedVisit();
        for (int move = 1; move < sequence; move++) {
            visit.movedTo(START.plus(Duration.ofHours(hours)));
        }
        return visit.atSequence(sequence);
    }
}
