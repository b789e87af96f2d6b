package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.CONFIRMATION;
import static org.bodywork.notifications.notification.domain.MessageKind.NEW_BOOKING;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bodywork.notifications.notification.domain.Member;
import org.bodywork.notifications.notification.domain.MessageRules;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.VisitChange;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.junit.jupiter.api.Test;

/** A store that was lost hears of everything again. */
class RestoringTest {

    private final World world = new World();

    @Test
    void tellsNothingASecondTimeAndStillReminds() {
        world.members.add(new Member("bea502af-2be4-39eb-9c0d-d649ecafb87b", "june@example.com", Locale.US));
        world.hears(again(World.BOOKED_AT));
        world.sendsWhatIsDue();

        assertThat(world.provider.texts()).isEmpty();
        assertThat(world.provider.emails()).isEmpty();
        assertThat(world.messages(CONFIRMATION))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.ALREADY_TOLD, World.BOOKED_AT));
        assertThat(world.messages(NEW_BOOKING))
                .extracting(Notification::progress)
                .hasOnlyElementsOfType(Skipped.class);
        assertThat(world.messages(REMINDER)).hasSize(2).allMatch(Notification::isPlanned);
    }

    @Test
    void sendsNoReminderAgainWhoseTimeHasPassed() {
        world.rules = MessageRules.DEFAULTS;
        Instant yesterdayInTheAfternoon = START.minus(Duration.ofHours(20));
        world.clock.set(yesterdayInTheAfternoon);
        world.hears(again(World.BOOKED_AT.minus(Duration.ofDays(9))));

        assertThat(world.messages(REMINDER))
                .filteredOn(Notification::isPlanned)
                .singleElement()
                .extracting(Notification::due)
                .isEqualTo(START.minus(Duration.ofHours(2)));
        assertThat(world.messages(REMINDER))
                .filteredOn(message -> !message.isPlanned())
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.ALREADY_TOLD, yesterdayInTheAfternoon));
    }

    private static VisitChange again(Instant at) {
        return new VisitChange(
                What.CONFIRMED, Side.CLIENT, null, aConfirmedVisit().build(), at, true);
    }
}
