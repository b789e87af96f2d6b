package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four documents, the visit, and per message a begun attempt, the provider's taking and the outcome: the process dies
 * right after one of these steps and starts again, and the event comes again as its offset was not stored.
 */
class KilledAtAnyStepTest {

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void tellsEverythingOnceOrMarksTheRepeat(int steps) {
        world.death.after(steps);

        runUntilKilled();
        world.hears(What.CONFIRMED, aConfirmedVisit(), World.BOOKED_AT);
        world.keepsTrying(Duration.ofMinutes(30));

        assertThat(world.death.came()).isTrue();
        assertThat(world.provider.texts()).extracting(TextMessage::body).hasSize(1);
        assertThat(world.messages(MessageKind.CONFIRMATION))
                .hasSize(2)
                .allMatch(message -> message.progress() instanceof Sent);
        assertThat(world.messages(MessageKind.REMINDER)).hasSize(2).allMatch(Notification::isPlanned);
        emailsAreRepeatedOnlyWhenMarked();
    }

    private void runUntilKilled() {
        try {
            world.hears(What.CONFIRMED, aConfirmedVisit());
            world.sendsWhatIsDue();
        } catch (Death.Died expected) {
            assertThat(expected).hasMessage("the process was killed");
        }
    }

    private void emailsAreRepeatedOnlyWhenMarked() {
        List<String> ids =
                world.provider.emails().stream().map(EmailMessage::id).toList();
        boolean marked = world.message(MessageKind.CONFIRMATION, Channel.EMAIL).possibleRepeat();
        assertThat(ids).hasSizeBetween(1, marked ? 2 : 1);
        assertThat(ids.stream().distinct()).hasSize(1);
    }
}
