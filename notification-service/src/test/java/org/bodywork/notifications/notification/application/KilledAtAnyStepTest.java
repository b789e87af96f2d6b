package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.notification.application.ProviderInMemory.Mood;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Four documents, the visit, and per message a begun attempt, the provider's taking and the outcome: the process dies
 * right after one of these steps, whatever the providers do, and starts again; the event comes again as its offset was
 * not stored.
 */
class KilledAtAnyStepTest {

    private static final int STEPS = 15;

    private final World world = new World();

    static Stream<Arguments> everyStepInEveryMood() {
        return Stream.of(Mood.TAKES, Mood.TAKES_AND_ANSWER_IS_LOST, Mood.LOSES_MESSAGE_AND_ANSWER, Mood.IS_BUSY)
                .flatMap(mood -> IntStream.rangeClosed(1, STEPS).mapToObj(step -> Arguments.of(step, mood)));
    }

    @ParameterizedTest
    @MethodSource("everyStepInEveryMood")
    void tellsEverythingOnceOrMarksTheRepeat(int step, Mood mood) {
        world.provider.next(mood, mood);
        world.death.after(step);
        runUntilKilled();

        world.hears(What.CONFIRMED, aConfirmedVisit(), World.BOOKED_AT);
        world.keepsTrying(Duration.ofMinutes(60));

        assertThat(world.provider.texts()).extracting(TextMessage::body).hasSize(1);
        assertThat(world.message(MessageKind.CONFIRMATION, Channel.SMS).possibleRepeat())
                .isFalse();
        assertThat(world.messages(MessageKind.CONFIRMATION))
                .hasSize(2)
                .allMatch(message -> message.progress() instanceof Sent);
        assertThat(world.messages(MessageKind.REMINDER)).hasSize(2).allMatch(Notification::isPlanned);
        emailsAreRepeatedOnlyWhenMarked();
    }

    private void runUntilKilled() {
        try {
            world.hears(What.CONFIRMED, aConfirmedVisit());
            world.keepsTrying(Duration.ofMinutes(60));
        } catch (Death.Died expected) {
            assertThat(expected).hasMessage("the process was killed");
        }
        world.death.after(Integer.MAX_VALUE);
    }

    /** Once for each attempt whose outcome nobody can tell, and once more. */
    private void emailsAreRepeatedOnlyWhenMarked() {
        List<String> ids =
                world.provider.emails().stream().map(EmailMessage::id).toList();
        boolean marked = world.message(MessageKind.CONFIRMATION, Channel.EMAIL).possibleRepeat();

        assertThat(ids).hasSizeBetween(1, marked ? 3 : 1);
        assertThat(ids.stream().distinct()).hasSize(1);
    }
}
