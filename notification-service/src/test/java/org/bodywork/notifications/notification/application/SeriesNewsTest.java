package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.CONFIRMATION;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.notification.application.ProviderInMemory.Mood;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.VisitBuilder;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One message tells of all visits that were booked together, and no visit goes untold. */
class SeriesNewsTest {

    private static final int VISITS = 6;
    private static final List<String> IDS =
            Stream.generate(() -> UUID.randomUUID().toString()).limit(VISITS).toList();

    private World world = new World();

    @Test
    void tellsOfAllVisitsOnceWhateverTheOrderOfTheirEvents() {
        for (int number : List.of(4, 2, 6, 1, 5, 3)) {
            confirmed(number);
            world.sendsWhatIsDue();
        }
        world.keepsTrying(Duration.ofMinutes(5));

        assertThat(confirmations())
                .singleElement()
                .satisfies(text -> assertThat(text.body())
                        .startsWith("CONFIRMATION " + START)
                        .endsWith("and all 6"));
        assertThat(world.provider.emails()).hasSize(1);
        assertThat(texts())
                .hasSize(VISITS)
                .filteredOn(message -> message.progress() instanceof Sent)
                .hasSize(1);
        assertThat(texts())
                .filteredOn(message -> message.progress() instanceof Skipped)
                .extracting(message -> ((Skipped) message.progress()).reason())
                .containsOnly(Reason.TOLD_TOGETHER);
    }

    @Test
    void tellsByItselfOfWhatComesTooLate() {
        IntStream.of(1, 2, 3, 5, 6).forEach(this::confirmed);
        world.keepsTrying(Duration.ofMinutes(2));
        assertThat(confirmations())
                .singleElement()
                .satisfies(text -> assertThat(text.body()).endsWith("and all 5"));

        confirmed(4);
        world.keepsTrying(Duration.ofMinutes(2));

        assertThat(confirmations()).hasSize(2);
        assertThat(confirmations().getLast().body()).endsWith(startOf(4).toString());
    }

    @Test
    void leavesOutAVisitThatWasCancelledMeanwhile() {
        IntStream.rangeClosed(1, VISITS).forEach(this::confirmed);
        world.hears(
                What.CANCELLED, visit(2).now(VisitStatus.CANCELLED_BY_CLIENT).atSequence(2));
        world.keepsTrying(Duration.ofMinutes(2));

        assertThat(confirmations())
                .singleElement()
                .satisfies(text -> assertThat(text.body()).endsWith("and all 5"));
    }

    @Test
    void letsEachSpeakForItselfWhoseSpeakerFails() {
        IntStream.rangeClosed(1, VISITS).forEach(this::confirmed);
        world.provider.next(Mood.TAKES, Mood.SAYS_OPTED_OUT);
        world.keepsTrying(Duration.ofMinutes(3));

        assertThat(texts()).noneMatch(Notification::isOpen);
        assertThat(world.provider.emails()).hasSize(1);
    }

    @Test
    void knowsOfEachVisitWhatItsClientWasTold() {
        IntStream.rangeClosed(1, VISITS).forEach(this::confirmed);
        world.keepsTrying(Duration.ofMinutes(2));

        world.hears(
                What.MOVED,
                visit(3).movedTo(startOf(3).plus(Duration.ofHours(1))).atSequence(2));
        world.keepsTrying(Duration.ofMinutes(6));

        assertThat(world.provider.texts())
                .last()
                .satisfies(text -> assertThat(text.body()).endsWith("was " + startOf(3)));
    }

    /** Killed after each step that others can see, and begun again with the same events. */
    @ParameterizedTest
    @EnumSource(names = {"TAKES", "TAKES_AND_ANSWER_IS_LOST", "LOSES_MESSAGE_AND_ANSWER"})
    void missesNoVisitHoweverTheProcessDies(Mood mood) {
        for (int step = 1; step <= 60; step++) {
            world = new World();
            world.provider.next(mood, mood);
            world.death.after(step);
            try {
                IntStream.rangeClosed(1, VISITS).forEach(this::confirmed);
                world.keepsTrying(Duration.ofMinutes(5));
            } catch (Death.Died expected) {
                assertThat(expected).hasMessage("the process was killed");
            }
            world.death.after(Integer.MAX_VALUE);

            IntStream.rangeClosed(1, VISITS).forEach(this::confirmed);
            world.keepsTrying(Duration.ofMinutes(30));

            assertThat(spokenFor()).as("step " + step).containsExactlyInAnyOrderElementsOf(IDS);
        }
    }

    /** By which texts that arrived the visits were told, each as often as it was. */
    private List<String> spokenFor() {
        return texts().stream()
                .filter(message -> message.progress() instanceof Sent)
                .flatMap(message ->
                        message.told() == null || message.told().together().isEmpty()
                                ? Stream.of(message.about().appointment())
                                : message.told().together().stream())
                .map(AppointmentId::value)
                .collect(Collectors.toList());
    }

    private void confirmed(int number) {
        world.hears(What.CONFIRMED, visit(number), World.BOOKED_AT);
    }

    private static VisitBuilder visit(int number) {
        return aConfirmedVisit()
                .called(IDS.get(number - 1))
                .startingAt(startOf(number))
                .ofSeries("a series", number, VISITS);
    }

    private static Instant startOf(int number) {
        return START.plus(Duration.ofDays(7L * (number - 1)));
    }

    private List<TextMessage> confirmations() {
        return world.provider.texts().stream()
                .filter(text -> text.body().startsWith("CONFIRMATION"))
                .toList();
    }

    private List<Notification> texts() {
        return world.messages(CONFIRMATION).stream()
                .filter(message -> message.channel() == Channel.SMS)
                .toList();
    }
}
