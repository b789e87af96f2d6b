package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.CANCELLATION;
import static org.bodywork.notifications.notification.domain.MessageKind.CHANGED;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.VisitBuilder;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.Test;

/** Ten thousand cancels and moves at the very moment at which the reminders go out, on real threads. */
class RacingChangesTest {

    private static final int EACH = 5_000;
    private static final int THREADS = 8;
    private static final Duration LATEST = Duration.ofSeconds(5);
    private static final Duration BEFORE = Duration.ofHours(24);

    private final World world = new World();
    private final List<String> cancelled = ids();
    private final List<String> moved = ids();
    private final List<String> left = ids();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    @Test
    void sendNoReminderLongAfterwardsCorrectWhatWasOvertakenAndMissNoLiveVisit() throws Exception {
        everybodyIsConfirmed();
        world.clock.set(START.minus(BEFORE));

        race();

        world.clock.advance(Duration.ofMinutes(3));
        world.sendsWhatIsDue();
        assertThat(cancelled).allSatisfy(id -> {
            assertThat(of(id, CANCELLATION)).hasSize(2).allMatch(message -> message.progress() instanceof Sent);
            assertThat(of(id, REMINDER)).allMatch(RacingChangesTest::hasEnded);
        });
        assertThat(moved).allSatisfy(id -> {
            assertThat(of(id, CHANGED)).hasSize(2).allMatch(message -> message.progress() instanceof Sent);
            assertThat(of(id, REMINDER)).filteredOn(Notification::isPlanned).hasSize(2);
        });
        assertThat(left)
                .allSatisfy(id -> assertThat(of(id, REMINDER))
                        .hasSize(2)
                        .allMatch(message -> message.progress() instanceof Sent));
        assertThat(latestReminderAfterItsChange()).isLessThan(LATEST);
        assertThat(world.provider.ids()).doesNotHaveDuplicates();
    }

    private void everybodyIsConfirmed() {
        for (List<String> visits : List.of(cancelled, moved, left)) {
            visits.forEach(id -> world.hears(What.CONFIRMED, aConfirmedVisit().called(id)));
        }
        world.sendsWhatIsDue();
    }

    private void race() throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        world.ledger
                .free(world.clock.instant())
                .forEach(message -> work.add(() -> {
                    world.sends(message);
                    return null;
                }));
        cancelled.forEach(id -> work.add(() -> changes(
                What.CANCELLED,
                aConfirmedVisit()
                        .called(id)
                        .now(VisitStatus.CANCELLED_BY_CLIENT)
                        .atSequence(2),
                id)));
        moved.forEach(id -> work.add(() -> changes(
                What.MOVED,
                aConfirmedVisit().called(id).movedTo(START.plus(BEFORE)).atSequence(2),
                id)));
        Collections.shuffle(work, new Random(20261124));
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private Void changes(What what, VisitBuilder visit, String id) {
        world.hears(what, visit);
        acknowledged.put(id, System.nanoTime());
        return null;
    }

    /** How long after its visit's change was acknowledged the last overtaken reminder was handed over. */
    private Duration latestReminderAfterItsChange() {
        return world.ledger.all().stream()
                .filter(message -> message.kind() == REMINDER && message.about().sequence() == 1)
                .filter(message -> message.progress() instanceof Sent)
                .filter(message ->
                        acknowledged.containsKey(message.about().appointment().value()))
                .map(message ->
                        Duration.ofNanos(world.provider.takenAt(message.id().value())
                                - acknowledged.getOrDefault(
                                        message.about().appointment().value(), 0L)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private List<Notification> of(String visit, MessageKind kind) {
        return world.ledger.of(visit).stream()
                .filter(message -> message.kind() == kind)
                .toList();
    }

    private static boolean hasEnded(Notification message) {
        return message.progress() instanceof Sent || message.progress() instanceof Skipped;
    }

    private static List<String> ids() {
        return Stream.generate(() -> UUID.randomUUID().toString()).limit(EACH).toList();
    }
}
