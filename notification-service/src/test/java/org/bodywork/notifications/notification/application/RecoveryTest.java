package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.notification.application.ProviderInMemory.Mood;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.junit.jupiter.api.Test;

/** After an outage nobody waits for a back-off that had grown in it. */
class RecoveryTest {

    /** The longest is five minutes, and has just begun anew for everybody. */
    private static final Duration IN_THE_MIDST_OF_A_BACK_OFF = Duration.ofMinutes(43);

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(5);
    private static final List<String> IDS =
            Stream.generate(() -> UUID.randomUUID().toString()).limit(40).toList();

    private final World world = new World();

    @Test
    void sendsAllThatWaitedWithinSecondsOfTheProvidersReturnAndTheMostUrgentFirst() {
        outage(IN_THE_MIDST_OF_A_BACK_OFF);
        assertThat(world.provider.texts()).isEmpty();

        world.provider.isThere(true);
        looks();
        assertThat(world.provider.texts())
                .extracting(TextMessage::body)
                .as("those that were tried first are the next visits")
                .containsExactlyInAnyOrderElementsOf(Stream.iterate(0, number -> number + 1)
                        .limit(5)
                        .map(number -> "REMINDER " + START.plus(Duration.ofMinutes(number)))
                        .toList());

        looks();
        assertThat(world.messages(REMINDER))
                .hasSize(2 * IDS.size())
                .allMatch(message -> message.progress() instanceof Sent);
        assertThat(world.provider.ids()).doesNotHaveDuplicates();
    }

    @Test
    void triesOnlyAFewWhileNothingGetsThrough() {
        outage(IN_THE_MIDST_OF_A_BACK_OFF);

        world.clock.advance(A_FEW_SECONDS);
        world.recovery.tryAgain().block(A_FEW_SECONDS);

        // Five of each channel.
        assertThat(world.ledger.free(world.clock.instant())).hasSize(10);
    }

    @Test
    void leavesAloneWhatTheProviderItselfAskedToComeLater() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.provider.next(Mood.IS_BUSY, Mood.IS_BUSY);
        world.sendsWhatIsDue();
        world.hears(What.CONFIRMED, aConfirmedVisit().called(IDS.getFirst()));
        world.sendsWhatIsDue();

        assertThat(world.ledger.free(world.clock.instant())).isEmpty();
        assertThat(world.messages(REMINDER)).hasSize(4);
    }

    @Test
    void looksSoonAtWhatMayHaveArrived() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.provider.next(Mood.TAKES, Mood.LOSES_MESSAGE_AND_ANSWER);
        world.sendsWhatIsDue();

        looks();
        looks();

        assertThat(world.provider.texts()).hasSize(1);
    }

    /** Everybody's reminder is due in it; the first visits begin first. */
    private void outage(Duration length) {
        for (int number = IDS.size() - 1; number >= 0; number--) {
            world.hears(
                    What.CONFIRMED,
                    aConfirmedVisit().called(IDS.get(number)).startingAt(START.plus(Duration.ofMinutes(number))));
        }
        world.sendsWhatIsDue();
        int before = world.provider.texts().size();
        assertThat(before).isEqualTo(IDS.size());
        world.provider.forgets();
        world.clock.set(START.minus(Duration.ofHours(23)));
        world.provider.isThere(false);
        world.keepsTrying(length);
        assertThat(world.messages(REMINDER))
                .filteredOn(message -> message.channel() == Channel.SMS)
                .allMatch(Notification::isPlanned);
    }

    private void looks() {
        world.clock.advance(A_FEW_SECONDS);
        world.recovery.tryAgain().block(A_FEW_SECONDS);
        world.sendsWhatIsDue();
    }
}
