package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.CANCELLATION;
import static org.bodywork.notifications.notification.domain.MessageKind.CONFIRMATION;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Held;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.VisitChange;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.Test;

class AtNightTest {

    /** 23:00 in Chicago, two nights before the visit. */
    private static final Instant NIGHT = Instant.parse("2026-11-23T05:00:00Z");

    private static final Instant MORNING = Instant.parse("2026-11-23T14:00:00Z");

    private final World world = new World();

    @Test
    void confirmsAtOnceWhatTheClientBooksThen() {
        world.clock.set(NIGHT);
        world.hears(by(Side.CLIENT, What.CONFIRMED, VisitStatus.CONFIRMED));
        world.sendsWhatIsDue();

        assertThat(world.messages(CONFIRMATION)).hasSize(2).allMatch(message -> message.progress() instanceof Sent);
    }

    @Test
    void leavesStaffsCancellationUntilTheMorning() {
        world.clock.set(NIGHT);
        world.hears(by(Side.STAFF, What.CANCELLED, VisitStatus.CANCELLED_BY_THERAPIST));
        world.sendsWhatIsDue();
        assertThat(world.messages(CANCELLATION))
                .extracting(Notification::progress)
                .containsOnly(new Held(Reason.QUIET_HOURS, MORNING));

        world.clock.set(MORNING);
        world.sendsWhatIsDue();

        assertThat(world.messages(CANCELLATION)).allMatch(message -> message.progress() instanceof Sent);
    }

    @Test
    void tellsAtOnceOfACancellationThatTheMorningWouldBeTooLateFor() {
        world.clock.set(NIGHT.plus(Duration.ofDays(1)));
        world.hears(by(Side.STAFF, What.CANCELLED, VisitStatus.CANCELLED_BY_THERAPIST));
        world.sendsWhatIsDue();

        assertThat(world.messages(CANCELLATION)).allMatch(message -> message.progress() instanceof Sent);
    }

    @Test
    void remindsInTheMorningWhenTheProviderWasAwayInTheEvening() {
        world.hears(by(Side.CLIENT, What.CONFIRMED, VisitStatus.CONFIRMED));
        world.sendsWhatIsDue();
        world.clock.set(NIGHT.plus(Duration.ofDays(1)));

        world.sendsWhatIsDue();

        assertThat(world.messages(REMINDER))
                .extracting(Notification::progress)
                .containsOnly(new Held(Reason.QUIET_HOURS, MORNING.plus(Duration.ofDays(1))));
        world.clock.set(MORNING.plus(Duration.ofDays(1)));
        world.sendsWhatIsDue();
        assertThat(world.messages(REMINDER)).allMatch(message -> message.progress() instanceof Sent);
        assertThat(world.clock.instant()).isBefore(START);
    }

    private VisitChange by(Side side, What what, VisitStatus status) {
        return new VisitChange(what, side, aConfirmedVisit().now(status).build(), world.clock.instant());
    }
}
